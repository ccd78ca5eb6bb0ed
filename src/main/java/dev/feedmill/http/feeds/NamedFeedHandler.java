package dev.feedmill.http.feeds;

import dev.feedmill.address.Address;
import dev.feedmill.address.Channel;
import dev.feedmill.address.Parameter;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.http.caching.CachedResponse;
import dev.feedmill.http.caching.ConditionalRequests;
import dev.feedmill.http.caching.DocumentCache;
import dev.feedmill.http.caching.HeaderFields;
import dev.feedmill.http.caching.RenderQueue;
import dev.feedmill.http.message.BadParameterException;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.ProblemResponses;
import dev.feedmill.http.message.Redirects;
import dev.feedmill.http.message.UnusableSelectionException;
import dev.feedmill.http.pages.PageMaker;
import dev.feedmill.http.query.SelectedPages;
import dev.feedmill.http.query.SelectionRequest;
import dev.feedmill.http.query.SelectionRequestParser;
import dev.feedmill.pages.PageRenderer;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.selection.Cursors;
import dev.feedmill.selection.NamedSelection;
import dev.feedmill.selection.Page;
import dev.feedmill.selection.Term;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Handler for named selections: their feeds and pages. */
public final class NamedFeedHandler {
    private static final Set<Long> EVERYTHING = Set.of(Term.EVERYTHING.number());

    private final Map<String, NamedSelection> named;
    private final DocumentCache documents;
    private final FeedHandler feeds;
    private final SelectionRequestParser parser;
    private final SelectedPages pages;
    private final PageRenderer renderer;
    private final ConditionalRequests conditional;
    private final HeaderFields fields;
    private final RenderQueue renderQueue;
    private final int items;

    /**
     * Creates the handler for these selections.
     *
     * @param items articles per page
     * @throws UnusableSelectionException if the query of a selection is invalid
     */
    public NamedFeedHandler(
            List<NamedSelection> named,
            DocumentCache documents,
            FeedHandler feeds,
            SelectionRequestParser parser,
            SelectedPages pages,
            PageRenderer renderer,
            ConditionalRequests conditional,
            HeaderFields fields,
            RenderQueue renderQueue,
            int items) {
        this.named = named.stream()
                .collect(Collectors.toUnmodifiableMap(one -> one.name().toLowerCase(Locale.ROOT), Function.identity()));
        this.documents = documents;
        this.feeds = feeds;
        this.parser = parser;
        this.pages = pages;
        this.renderer = renderer;
        this.conditional = conditional;
        this.fields = fields;
        this.renderQueue = renderQueue;
        this.items = items;
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
        Address address = Address.parse(request.path());
        if (address instanceof Address.Feed feed) {
            NamedSelection found = named(feed.channel());
            return found == null
                    ? unknown()
                    : canonical(
                            request,
                            found.channel().feed(feed.format()),
                            () -> feeds.answer(request, found, feed.format()));
        }
        if (address instanceof Address.Page page) {
            NamedSelection found = named(page.channel());
            return found == null ? unknown() : canonical(request, found.page(), () -> page(request, found));
        }
        return ProblemResponses.of(400, "the path must be percent-encoded UTF-8");
    }

    private @Nullable NamedSelection named(Channel channel) {
        return named.get(String.join("/", channel.segments()).toLowerCase(Locale.ROOT));
    }

    private static HttpResponse unknown() {
        return ProblemResponses.of(404, "there is no feed of this name");
    }

    private static HttpResponse canonical(HttpRequest request, Address address, Supplier<HttpResponse> answers) {
        return address.rooted().equals(request.path()) ? answers.get() : Redirects.moved(request, address);
    }

    private HttpResponse page(HttpRequest request, NamedSelection one) {
        String place = request.query().only(Set.of(Parameter.CURSOR));
        try {
            SelectionRequest selection = parser.named(place.isEmpty() ? one.where() : one.where() + "&" + place)
                    .atMost(items);
            // Later pages are not cached: their number is unbounded.
            return conditional.answer(
                    request,
                    selection.piece().after() == null
                            ? documents.get(
                                    request,
                                    one.page().rooted() + selection.times(),
                                    EVERYTHING,
                                    () -> page(one, selection, request.deadline()))
                            : renderQueue.make(request, () -> page(one, selection, request.deadline())));
        } catch (BadParameterException e) {
            return e.answer();
        }
    }

    private CachedResponse page(NamedSelection one, SelectionRequest selection, Deadline deadline) {
        Page page = pages.find(selection, items, deadline);
        String next = page.next() == null ? null : Parameter.CURSOR.with(Cursors.write(page.next()));
        byte[] html = renderer.named(one, selection.piece().after() == null, page.entries(), next);
        return fields.page(new Document(PageMaker.HTML, html));
    }
}
