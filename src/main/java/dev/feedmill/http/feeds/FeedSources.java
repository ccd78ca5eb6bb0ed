package dev.feedmill.http.feeds;

import dev.feedmill.feed.item.FeedDescriptor;
import dev.feedmill.http.message.BadParameterException;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.Query;
import dev.feedmill.http.query.SelectedPages;
import dev.feedmill.http.query.SelectionDescriptors;
import dev.feedmill.http.query.SelectionParameters;
import dev.feedmill.http.query.SelectionQueries;
import dev.feedmill.http.query.SelectionRequest;
import dev.feedmill.http.query.SelectionRequestParser;
import dev.feedmill.library.Library;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.selection.DeletedEntry;
import dev.feedmill.selection.FeedPage;
import dev.feedmill.selection.NamedSelection;
import dev.feedmill.selection.Term;
import java.util.List;
import java.util.Set;

/** Finds the feed that a request asks for. */
public final class FeedSources {
    private static final Set<Long> EVERYTHING = Set.of(Term.EVERYTHING.number());

    private final Library library;
    private final SelectionRequestParser parser;
    private final SelectedPages pages;

    public FeedSources(Library library, SelectionQueries queries) {
        this.library = library;
        this.parser = queries.parser();
        this.pages = queries.pages();
    }

    /** The feed of a term. */
    FeedSource term(Term term) {
        return new FeedSource(
                FeedDescriptor.of(term, library.terms().rule(term)),
                "",
                Set.of(term.number()),
                () -> library.currentFeed(term));
    }

    /** The feed of the articles that the request's query selects within a term. */
    FeedSource selected(HttpRequest request, Term within) throws BadParameterException {
        SelectionRequest selection = parser.feed(request.query(), within);
        return new FeedSource(
                SelectionDescriptors.of(within, library.terms().rule(within), selection),
                selection.times(),
                selection.terms(),
                () -> feedPage(selection, selection.terms(), request.deadline()));
    }

    /** The canonical form of the parameters that a named selection's feed accepts: order and content options. */
    String options(Query query) throws BadParameterException {
        return parser.feed(Query.of(query.only(SelectionParameters.SHAPE)), Term.EVERYTHING)
                .query();
    }

    /**
     * The feed of a named selection.
     *
     * @param options in canonical form
     */
    FeedSource named(HttpRequest request, NamedSelection named, String options) throws BadParameterException {
        SelectionRequest selection = parser.named(options.isEmpty() ? named.where() : named.where() + "&" + options);
        return new FeedSource(
                FeedDescriptor.of(named, SelectionDescriptors.options(options, selection)),
                selection.times(),
                EVERYTHING,
                () -> feedPage(selection, EVERYTHING, request.deadline()));
    }

    /** The content of a feed; the deleted entries are those of all its terms, since no query finds what is gone. */
    private FeedPage feedPage(SelectionRequest selection, Set<Long> terms, Deadline deadline) {
        List<DeletedEntry> deleted = selection.piece().after() != null ? List.of() : library.deletedEntries(terms);
        return new FeedPage(pages.find(selection, library.window(), deadline), deleted);
    }
}
