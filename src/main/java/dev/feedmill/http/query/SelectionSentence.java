package dev.feedmill.http.query;

import dev.feedmill.address.Parameter;
import dev.feedmill.pages.part.Messages;
import dev.feedmill.search.TextQuery;
import dev.feedmill.selection.Term;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The sentence that says what a query selects, {@code Articles in London or Paris, tagged fog but not rain}: the title
 * of its feed. For one query.
 */
final class SelectionSentence {
    private final Messages language;
    private final SentenceParts parts;
    private final Map<Term.Kind, List<Term>> any = new EnumMap<>(Term.Kind.class);
    private final Map<Term.Kind, List<Term>> none = new EnumMap<>(Term.Kind.class);
    private final List<String> conditions = new ArrayList<>();
    private final List<String> manners = new ArrayList<>();
    private boolean hasPattern;
    private boolean ignoresCase;

    /** @param zone time zone in which days are named */
    SelectionSentence(Messages language, ZoneId zone) {
        this.language = language;
        this.parts = new SentenceParts(language, zone);
    }

    /** Articles must be under one of the terms. */
    void any(Term.Kind kind, List<Term> terms) {
        any.put(kind, terms);
    }

    /** Articles must be under none of the terms. */
    void none(Term.Kind kind, List<Term> terms) {
        none.put(kind, terms);
    }

    void languages(List<String> ranges) {
        if (!ranges.isEmpty()) {
            List<String> names = ranges.stream().map(parts::language).toList();
            conditions.add(parts.fill("lang", parts.either(names)));
        }
    }

    /** A condition: its choice by a phrase of its own, another value in the phrase of the parameter. */
    void value(Parameter name, String value) {
        if (name == Parameter.FILTER_CASE_SENSITIVE) {
            ignoresCase = value.equals("false");
        } else if (name.type() == Parameter.Type.PATTERN) {
            hasPattern = true;
            conditions.add(parts.fill(name.toString(), parts.pattern(value)));
        } else {
            conditions.add(phrase(name, value));
        }
    }

    /** How the articles are shown; cursors are left out, since they only tell where a feed goes on. */
    void manner(Parameter name, String value) {
        if (name != Parameter.CURSOR) {
            manners.add(phrase(name, value));
        }
    }

    private String phrase(Parameter name, String value) {
        return name.choices().isEmpty() ? parts.fill(name.toString(), value) : parts.fill(value);
    }

    void text(Parameter name, String typed) {
        List<TextQuery.Word> words = TextQuery.words(typed);
        String wanted = parts.wanted(words);
        String without = parts.either(words.stream()
                .filter(TextQuery.Word::isWithout)
                .map(word -> parts.quoted(word.text()))
                .toList());
        conditions.add(both(name.toString(), wanted, without));
    }

    void time(Parameter name, TimeBound bound) {
        conditions.add(parts.time(name.toString(), bound));
    }

    /** The phrase of what must be and what must not be; one of them may be empty. */
    private String both(String key, String wanted, String without) {
        if (wanted.isEmpty()) {
            return parts.fill(key + ".not", without);
        }
        return without.isEmpty() ? parts.fill(key, wanted) : parts.fill(key + ".but", wanted, without);
    }

    private List<String> terms() {
        List<String> phrases = new ArrayList<>();
        for (Term.Kind kind : TermNames.KINDS) {
            String wanted = parts.names(any.getOrDefault(kind, List.of()));
            String without = parts.names(none.getOrDefault(kind, List.of()));
            if (!wanted.isEmpty() || !without.isEmpty()) {
                phrases.add(both(TermNames.parameter(kind).toString(), wanted, without));
            }
        }
        return phrases;
    }

    /** The sentence, without a full stop; empty if nothing is asked for. */
    @Override
    public String toString() {
        List<String> which = terms();
        which.addAll(conditions);
        if (which.isEmpty() && manners.isEmpty()) {
            return "";
        }
        List<String> all = new ArrayList<>();
        all.add(
                which.isEmpty()
                        ? language.get("said.all")
                        : parts.fill("articles", String.join(language.get("said.comma"), which)));
        if (hasPattern && ignoresCase) {
            all.add(parts.fill(Parameter.FILTER_CASE_SENSITIVE.toString()));
        }
        all.addAll(manners);
        return String.join(language.get("said.then"), all);
    }
}
