package dev.feedmill.http.feeds;

import dev.feedmill.address.FixedAddress;
import dev.feedmill.feed.LatestRenderer;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.http.caching.CachedResponse;
import dev.feedmill.http.caching.ConditionalRequests;
import dev.feedmill.http.caching.DocumentCache;
import dev.feedmill.http.caching.HeaderFields;
import dev.feedmill.http.message.BadParameterException;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.Redirects;
import dev.feedmill.http.query.SelectedPages;
import dev.feedmill.http.query.SelectionParameters;
import dev.feedmill.http.query.SelectionRequest;
import dev.feedmill.http.query.SelectionRequestParser;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.selection.Cursors;
import dev.feedmill.selection.Page;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Handler for {@code /latest}: the newest items as JSON. */
public final class LatestHandler {
    private static final Set<String> ALL = Set.copyOf(LatestRenderer.FIELDS);

    private final DocumentCache documents;
    private final ConditionalRequests conditional;
    private final HeaderFields fields;
    private final LatestRenderer renderer;
    private final SelectionRequestParser parser;
    private final SelectedPages pages;
    private final int usual;

    /** @param usual how many items there are if the address names no limit */
    public LatestHandler(
            DocumentCache documents,
            ConditionalRequests conditional,
            HeaderFields fields,
            LatestRenderer renderer,
            SelectionRequestParser parser,
            SelectedPages pages,
            int usual) {
        this.documents = documents;
        this.conditional = conditional;
        this.fields = fields;
        this.renderer = renderer;
        this.parser = parser;
        this.pages = pages;
        this.usual = usual;
    }

    public HttpResponse answer(HttpRequest request) {
        try {
            SelectionRequest selection = parser.latest(request.query());
            if (!request.query().only(SelectionParameters.LATEST).equals(selection.query())) {
                return Redirects.to(FixedAddress.LATEST.rooted(selection.query()));
            }
            CachedResponse cached = documents.get(
                    request,
                    FixedAddress.LATEST.rooted(selection.key()),
                    selection.terms(),
                    () -> fields.plain(make(selection, request.deadline())));
            return conditional.answer(request, cached);
        } catch (BadParameterException e) {
            return e.answer();
        }
    }

    private Document make(SelectionRequest selection, Deadline deadline) {
        Page page = pages.find(selection, usual, deadline);
        Set<String> told = selection.fields().isEmpty() ? ALL : Set.copyOf(selection.fields());
        return renderer.render(page, selection.shape(), told, next(page), deadline);
    }

    private static @Nullable String next(Page page) {
        return page.next() == null ? null : Cursors.write(page.next());
    }
}
