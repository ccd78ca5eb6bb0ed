package dev.feedmill.http.feeds;

import dev.feedmill.address.Address;
import dev.feedmill.address.Format;
import dev.feedmill.address.Parameter;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.http.caching.Responder;
import dev.feedmill.http.message.BadParameterException;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.ProblemResponses;
import dev.feedmill.http.message.Redirects;
import dev.feedmill.http.message.UnusableSelectionException;
import dev.feedmill.http.pages.PageMaker;
import dev.feedmill.http.query.SelectedPages;
import dev.feedmill.http.query.SelectionQueries;
import dev.feedmill.http.query.SelectionRequest;
import dev.feedmill.http.query.SelectionRequestParser;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.selection.NamedSelection;
import dev.feedmill.selection.Term;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Handler for named selections: their feeds and pages. */
public final class NamedFeedHandler {
    private static final Set<Long> EVERYTHING = Set.of(Term.EVERYTHING.number());

    private final ChannelFinder channels;
    private final FeedHandler feeds;
    private final SelectionRequestParser parser;
    private final SelectedPages pages;
    private final PageMaker maker;
    private final Responder responder;

    /**
     * Creates the handler for these selections.
     *
     * @throws UnusableSelectionException if the query of a selection is invalid
     */
    public NamedFeedHandler(
            List<NamedSelection> named,
            ChannelFinder channels,
            FeedHandler feeds,
            SelectionQueries queries,
            PageMaker maker,
            Responder responder) {
        this.channels = channels;
        this.feeds = feeds;
        this.parser = queries.parser();
        this.pages = queries.pages();
        this.maker = maker;
        this.responder = responder;
        named.forEach(this::check);
    }

    private void check(NamedSelection one) {
        try {
            parser.named(one.where());
        } catch (BadParameterException e) {
            // The search index may still be incomplete.
            if (e.status() != 503) {
                throw new UnusableSelectionException(one.name(), String.valueOf(e.getMessage()));
            }
        }
    }

    public HttpResponse answer(HttpRequest request) {
        if (!(Address.parse(request.path()) instanceof Address.OfChannel address)) {
            return ProblemResponses.of(400, "the path must be percent-encoded UTF-8");
        }
        Format format = address.format();
        NamedSelection found = channels.named(address.channel());
        return found == null
                ? ProblemResponses.of(404, "there is no feed of this name")
                : Redirects.canonical(
                        request,
                        found.channel().at(format),
                        () -> format == null ? page(request, found) : feeds.answer(request, found, format));
    }

    private HttpResponse page(HttpRequest request, NamedSelection one) {
        String place = request.query().only(Set.of(Parameter.CURSOR));
        try {
            SelectionRequest selection = parser.named(place.isEmpty() ? one.where() : one.where() + "&" + place)
                    .atMost(maker.sizes().pageItems());
            Supplier<Document> page = () -> page(one, selection, request.deadline());
            return selection.piece().after() == null
                    ? responder.page(request, one.page().rooted() + selection.times(), EVERYTHING, page)
                    : responder.uncachedPage(request, EVERYTHING, page);
        } catch (BadParameterException e) {
            return e.answer();
        }
    }

    private Document page(NamedSelection one, SelectionRequest selection, Deadline deadline) {
        boolean isFirst = selection.piece().after() == null;
        return maker.named(one, isFirst, pages.find(selection, maker.sizes().pageItems(), deadline));
    }
}
