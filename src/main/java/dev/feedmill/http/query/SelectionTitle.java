package dev.feedmill.http.query;

import dev.feedmill.address.Parameter;
import dev.feedmill.pages.part.Messages;
import dev.feedmill.selection.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The title of a selection: names joined by language-neutral signs, {@code London / Paris + Ann − Adverts}. */
final class SelectionTitle {
    private final Messages language;
    private final List<String> words = new ArrayList<>();

    SelectionTitle(Messages language) {
        this.language = language;
    }

    void any(List<Term> terms) {
        if (!terms.isEmpty()) {
            add(names(terms).collect(Collectors.joining(" / ")));
        }
    }

    void none(List<Term> terms) {
        names(terms).forEach(name -> words.add("− " + name));
    }

    /** Names with their parents, since two terms may have the same name. */
    private static Stream<String> names(List<Term> terms) {
        return terms.stream().map(Term::trail).sorted();
    }

    void languages(List<String> ranges) {
        if (!ranges.isEmpty()) {
            add(ranges.stream().sorted().collect(Collectors.joining(" / ")));
        }
    }

    /** A value of a parameter: its choice by a word of its own, another value behind the word of the parameter. */
    void value(Parameter name, String value) {
        if (name.type() == Parameter.Type.PATTERN) {
            pattern(name, value);
        } else if (name.choices().isEmpty()) {
            add(language.get("said." + name, value));
        } else {
            add(language.get("said." + value));
        }
    }

    void text(String typed) {
        add("“" + typed + "”");
    }

    void time(Parameter name, TimeBound moment) {
        if (!moment.text().isEmpty()) {
            add(language.get("said." + name, moment.text()));
        }
    }

    private void pattern(Parameter name, String pattern) {
        if (name.toString().startsWith(Parameter.FILTEROUT.toString())) {
            words.add("− /" + pattern + "/");
        } else if (name != Parameter.FILTER_CASE_SENSITIVE) {
            add("/" + pattern + "/");
        }
    }

    private void add(String word) {
        words.add(words.isEmpty() ? word : "+ " + word);
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
