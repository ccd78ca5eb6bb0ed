package dev.feedmill.http.feeds;

import dev.feedmill.address.FixedAddress;
import dev.feedmill.feed.LatestRenderer;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.http.caching.Responder;
import dev.feedmill.http.events.EventHandler;
import dev.feedmill.http.message.BadParameterException;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.Redirects;
import dev.feedmill.http.message.ServerRules;
import dev.feedmill.http.query.SelectedPages;
import dev.feedmill.http.query.SelectionParameters;
import dev.feedmill.http.query.SelectionQueries;
import dev.feedmill.http.query.SelectionRequest;
import dev.feedmill.http.query.SelectionRequestParser;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.selection.Cursors;
import dev.feedmill.selection.Page;
import dev.feedmill.web.ServerUrl;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Handler for {@code /latest}: the newest items as JSON. */
public final class LatestHandler {
    private static final Set<String> ALL = Set.copyOf(LatestRenderer.FIELDS);

    private final Responder responder;
    private final LatestRenderer renderer;
    private final SelectionRequestParser parser;
    private final SelectedPages pages;
    private final int defaultLimit;
    private final @Nullable ServerUrl events;

    /** @param events the server with the events of the same selections; null if there are none */
    public LatestHandler(
            Responder responder,
            LatestRenderer renderer,
            SelectionQueries queries,
            ServerRules.Selections rules,
            @Nullable ServerUrl events) {
        this.responder = responder;
        this.renderer = renderer;
        this.parser = queries.parser();
        this.pages = queries.pages();
        this.defaultLimit = rules.defaultLatestItems();
        this.events = events;
    }

    public HttpResponse answer(HttpRequest request) {
        try {
            SelectionRequest selection = parser.latest(request.query());
            HttpResponse moved =
                    Redirects.toQuery(request, SelectionParameters.LATEST, FixedAddress.LATEST, selection.query());
            if (moved != null) {
                return moved;
            }
            String key = FixedAddress.LATEST.rooted(selection.key());
            return responder.answer(
                    request,
                    responder.cached(
                            request,
                            key,
                            selection.terms(),
                            fields -> fields.data(make(selection, request.deadline()), links(selection))));
        } catch (BadParameterException e) {
            return e.answer();
        }
    }

    private Document make(SelectionRequest selection, Deadline deadline) {
        Page page = pages.find(selection, defaultLimit, deadline);
        Set<String> fields = selection.fields().isEmpty() ? ALL : Set.copyOf(selection.fields());
        return renderer.render(page, selection.shape(), fields, next(page), deadline);
    }

    private String links(SelectionRequest selection) {
        return events == null
                ? ""
                : "<" + events.url(FixedAddress.EVENTS.with(selection.events())) + ">; rel=\"alternate\"; type=\""
                        + EventHandler.MEDIA_TYPE + '"';
    }

    private static @Nullable String next(Page page) {
        return page.next() == null ? null : Cursors.write(page.next());
    }
}
