package dev.feedmill.http;

import dev.feedmill.article.Conditions;
import dev.feedmill.article.Segments;
import dev.feedmill.article.Selection;
import dev.feedmill.article.Term;
import dev.feedmill.feed.Format;
import dev.feedmill.http.LatestQuery.BadParameterException;
import dev.feedmill.library.Library;
import dev.feedmill.pages.Wish;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page on which people put a feed together of what the server offers. */
final class BuilderAnswers {
    private static final List<Term.Kind> KINDS = List.of(Term.Kind.CATEGORY, Term.Kind.AUTHOR, Term.Kind.TAG);
    private static final int PREVIEWED = 8;

    /** More would only cost the database. */
    private static final int MOST_NAMES = 20;

    private final Library library;
    private final PageMaker maker;
    private final Conditional conditional;
    private final HeaderFields fields;

    BuilderAnswers(Library library, PageMaker maker, Conditional conditional, HeaderFields fields) {
        this.library = library;
        this.maker = maker;
        this.conditional = conditional;
        this.fields = fields;
    }

    Answer answer(Request request) {
        Parameters parameters = new Parameters(request.query());
        Set<Term> terms = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        for (Term.Kind kind : KINDS) {
            String field = field(kind);
            parameters.all(field).stream().limit(MOST_NAMES).forEach(name -> {
                try {
                    terms.add(LatestQuery.term(library, kind, field, name.strip()));
                } catch (BadParameterException e) {
                    unknown.add(name.strip());
                }
            });
        }
        Format format = format(parameters.last("format"));
        // Not kept: there are as many as anybody cares to ask for.
        return conditional.answer(request, fields.page(maker.builder(wish(List.copyOf(terms), unknown, format))));
    }

    private Wish wish(List<Term> terms, List<String> unknown, Format format) {
        Selection selection = terms.isEmpty()
                ? Selection.newest(Term.EVERYTHING, PREVIEWED)
                : Selection.newest(Conditions.under(terms), PREVIEWED);
        boolean isFeed = terms.size() < 2;
        Term one = terms.isEmpty() ? Term.EVERYTHING : terms.get(0);
        return new Wish(
                terms,
                unknown,
                format.extension(),
                isFeed ? one.feedPath(format.extension()) : "latest?" + query(terms),
                isFeed ? format.label() : "JSON",
                isFeed,
                library.page(selection).entries());
    }

    private static String query(List<Term> terms) {
        return terms.stream()
                .map(term -> field(term.kind()) + "=" + Segments.encode(term.segments()))
                .collect(Collectors.joining("&"));
    }

    private static String field(Term.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Format format(@Nullable String wanted) {
        for (Format format : Format.values()) {
            if (format.extension().equals(wanted)) {
                return format;
            }
        }
        return Format.RSS;
    }
}
