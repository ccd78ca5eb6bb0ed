package dev.feedmill.http.feeds;

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
import dev.feedmill.http.query.CanonicalQuery;
import dev.feedmill.http.query.SelectedPages;
import dev.feedmill.http.query.SelectionParameters;
import dev.feedmill.http.query.SelectionRequest;
import dev.feedmill.http.query.SelectionRequestParser;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.selection.Cursors;
import dev.feedmill.selection.Page;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /latest}: the newest items as JSON. */
public final class LatestHandler {
    private static final String PATH = "/latest";
    private static final Set<String> ALL = Set.copyOf(LatestRenderer.FIELDS);

    private final DocumentCache documents;
    private final ConditionalRequests conditional;
    private final HeaderFields fields;
    private final LatestRenderer renderer;
    private final SelectionRequestParser questions;
    private final SelectedPages pages;
    private final int usual;

    /** @param usual how many items there are where the address names no limit */
    public LatestHandler(
            DocumentCache documents,
            ConditionalRequests conditional,
            HeaderFields fields,
            LatestRenderer renderer,
            SelectionRequestParser questions,
            SelectedPages pages,
            int usual) {
        this.documents = documents;
        this.conditional = conditional;
        this.fields = fields;
        this.renderer = renderer;
        this.questions = questions;
        this.pages = pages;
        this.usual = usual;
    }

    public HttpResponse answer(HttpRequest request) {
        try {
            long mark = documents.mark();
            SelectionRequest question = questions.latest(request.query());
            if (!CanonicalQuery.known(request.query(), SelectionParameters.LATEST)
                    .equals(question.query())) {
                return Redirects.to(question.query().isEmpty() ? PATH : PATH + "?" + question.query());
            }
            CachedResponse served = documents.get(
                    request,
                    question.key().isEmpty() ? PATH : PATH + "?" + question.key(),
                    question.terms(),
                    mark,
                    () -> fields.plain(make(question, request.deadline())));
            return conditional.answer(request, served);
        } catch (BadParameterException e) {
            return e.answer();
        }
    }

    private Document make(SelectionRequest question, Deadline deadline) {
        Page page = pages.find(question, usual, deadline);
        Set<String> told = question.fields().isEmpty() ? ALL : Set.copyOf(question.fields());
        return renderer.render(page, question.shape(), told, next(page), deadline);
    }

    private static @Nullable String next(Page page) {
        return page.next() == null ? null : Cursors.write(page.next());
    }
}
