package dev.feedmill.http;

import dev.feedmill.address.PathSegments;
import dev.feedmill.http.message.BadParameterException;
import dev.feedmill.http.message.ServerRules;
import dev.feedmill.http.message.UnusableSelectionException;
import dev.feedmill.http.query.SelectionQueries;
import dev.feedmill.library.Library;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.selection.Conditions;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.Resolution;
import dev.feedmill.selection.Selection;
import dev.feedmill.selection.Term;
import java.time.InstantSource;
import java.util.List;

/** The articles that a category or a query of the settings selects, for callers without an HTTP server. */
public final class SelectedEntries {
    private final Library library;
    private final SelectionQueries queries;

    /** Selects from a library as a server with these rules does. */
    public SelectedEntries(Library library, ServerRules rules, SiteConfiguration configuration, InstantSource clock) {
        this.library = library;
        this.queries = SelectionQueries.of(
                library,
                rules.selections(),
                configuration.zone(),
                configuration.site().language(),
                clock);
    }

    /**
     * The articles of a category and of the categories below it, newest first; empty if the category does not exist.
     */
    public List<Entry> under(List<String> category, int max) {
        return library.terms().find(Term.Kind.CATEGORY, PathSegments.ofNames(category))
                        instanceof Resolution.Found<Term> found
                ? library.page(Selection.newest(Conditions.under(found.value()), max))
                        .entries()
                : List.of();
    }

    /**
     * The articles that a query selects, newest first.
     *
     * @throws UnusableSelectionException if the query is invalid
     */
    public List<Entry> named(String where, int max) {
        try {
            return queries.pages()
                    .find(queries.parser().named(where), max, Deadline.NEVER)
                    .entries();
        } catch (BadParameterException e) {
            throw new UnusableSelectionException(where, String.valueOf(e.getMessage()));
        }
    }
}
