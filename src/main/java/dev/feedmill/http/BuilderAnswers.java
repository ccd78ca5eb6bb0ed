package dev.feedmill.http;

import dev.feedmill.article.Conditions;
import dev.feedmill.article.Selection;
import dev.feedmill.article.Term;
import dev.feedmill.feed.Format;
import dev.feedmill.library.Library;
import dev.feedmill.pages.Wish;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The page on which people put a feed together of what the server offers. */
final class BuilderAnswers {
    private static final int PREVIEWED = 8;

    /** More would only cost the database. */
    private static final int MOST_NAMES = 20;

    private final Library library;
    private final TermNames names;
    private final PageMaker maker;
    private final Conditional conditional;
    private final HeaderFields fields;

    BuilderAnswers(Library library, PageMaker maker, Conditional conditional, HeaderFields fields) {
        this.library = library;
        this.names = new TermNames(library);
        this.maker = maker;
        this.conditional = conditional;
        this.fields = fields;
    }

    Answer answer(Request request) {
        Parameters parameters = new Parameters(request.query());
        List<List<Term>> groups = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (Term.Kind kind : TermNames.KINDS) {
            Set<Term> terms = new LinkedHashSet<>();
            String field = TermNames.parameter(kind);
            parameters.all(field).stream().limit(MOST_NAMES).forEach(name -> {
                try {
                    terms.add(names.present(kind, field, name.strip()));
                } catch (BadParameterException e) {
                    unknown.add(name.strip());
                }
            });
            if (!terms.isEmpty()) {
                groups.add(List.copyOf(terms));
            }
        }
        Format format = format(parameters.last("format"));
        // Not kept: there are as many as anybody cares to ask for.
        return conditional.answer(request, fields.page(maker.builder(wish(groups, unknown, format))));
    }

    private Wish wish(List<List<Term>> groups, List<String> unknown, Format format) {
        Conditions where = new Conditions(groups, List.of(), null, false, null, null, null, null);
        return new Wish(
                groups,
                unknown,
                format.extension(),
                address(where, format),
                format.label(),
                library.page(Selection.newest(where, PREVIEWED)).entries());
    }

    /** One term has a feed of its own. */
    private static String address(Conditions where, Format format) {
        if (where.groups().isEmpty()) {
            return Term.EVERYTHING.feedPath(format.extension());
        }
        Term first = where.groups().get(0).get(0);
        if (where.isOneTerm()) {
            return first.feedPath(format.extension());
        }
        CanonicalQuery query = new CanonicalQuery();
        where.groups()
                .forEach(group -> group.forEach(
                        term -> query.addEncoded(TermNames.parameter(term.kind()), TermNames.value(term))));
        return Term.EVERYTHING.feedPath(format.extension()) + "?" + query;
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
