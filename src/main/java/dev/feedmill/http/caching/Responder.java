package dev.feedmill.http.caching;

import dev.feedmill.feed.coding.Document;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests with documents: from the cache or rendered in turn, whole or with 304 if the client has them.
 * Thread-safe.
 */
public final class Responder {
    private final DocumentCache documents;
    private final RenderQueue renderQueue;
    private final ConditionalRequests conditional;
    private final HeaderFields fields;

    public Responder(DocumentCache documents, RenderQueue renderQueue, HeaderFields fields) {
        this.documents = documents;
        this.renderQueue = renderQueue;
        this.conditional = new ConditionalRequests(renderQueue);
        this.fields = fields;
    }

    /**
     * Answers with data, which depends on the request only by its coding.
     *
     * @param key cache key: the path, with what else selects the document
     * @param terms numbers of the terms whose changes make the document stale
     */
    public HttpResponse data(HttpRequest request, String key, Set<Long> terms, Supplier<Document> maker) {
        return answer(request, cached(request, key, terms, headers -> headers.data(maker.get())));
    }

    /** As {@link #data}, to be saved as a file of this name. */
    public HttpResponse download(
            HttpRequest request, String key, Set<Long> terms, String name, Supplier<Document> maker) {
        return answer(request, cached(request, key, terms, headers -> headers.download(maker.get(), name)));
    }

    /** As {@link #data}, with a maker that returns null if there is no such document; null then. */
    @Nullable
    public HttpResponse findData(
            HttpRequest request, String key, Set<Long> terms, Supplier<? extends @Nullable Document> maker) {
        CachedResponse cached = find(request, key, terms, headers -> {
            Document document = maker.get();
            return document == null ? null : headers.data(document);
        });
        return cached == null ? null : answer(request, cached);
    }

    /** Answers with an HTML page; the parameters are as those of {@link #data}. */
    public HttpResponse page(HttpRequest request, String key, Set<Long> terms, Supplier<Document> maker) {
        return answer(request, cached(request, key, terms, headers -> headers.page(maker.get())));
    }

    /**
     * Answers with the page of an article.
     *
     * @param article its number
     */
    public HttpResponse articlePage(
            HttpRequest request, String key, Set<Long> terms, long article, Supplier<Document> maker) {
        return answer(
                request,
                documents.get(
                        request, key, terms, () -> fields.page(maker.get()).with(fields.tags(terms, article))));
    }

    /** As {@link #articlePage}, with data of an article. */
    public HttpResponse articleData(
            HttpRequest request, String key, Set<Long> terms, long article, Supplier<Document> maker) {
        return answer(
                request,
                documents.get(
                        request, key, terms, () -> fields.data(maker.get()).with(fields.tags(terms, article))));
    }

    /** Answers with an HTML page that is not cached here, since the number of its kind is unbounded. */
    public HttpResponse uncachedPage(HttpRequest request, Set<Long> terms, Supplier<Document> maker) {
        return answer(request, inTurn(request, () -> fields.page(maker.get()).with(fields.tags(terms, null))));
    }

    /** Answers with a document that changes only with the version of the program or with the settings. */
    public HttpResponse asset(HttpRequest request, Supplier<Document> maker) {
        return answer(request, cached(request, request.path(), Set.of(), headers -> headers.asset(maker.get())));
    }

    /**
     * A 404 or 410 for a feed. Shared caches may keep it as long as feeds, since readers ask for what is gone for years.
     *
     * @param terms numbers of the terms whose changes may bring the feed
     */
    public HttpResponse missing(HttpResponse problem, Set<Long> terms) {
        return problem.with(fields.missing(terms));
    }

    /** The document from the cache, or rendered; the parameters are as those of {@link #data}. */
    public CachedResponse cached(
            HttpRequest request, String key, Set<Long> terms, Function<HeaderFields, CachedResponse> maker) {
        return Objects.requireNonNull(find(request, key, terms, maker), key);
    }

    /** As {@link #cached}, with a maker that returns null if there is no such document; null then. */
    @Nullable
    public CachedResponse find(
            HttpRequest request,
            String key,
            Set<Long> terms,
            Function<HeaderFields, ? extends @Nullable CachedResponse> maker) {
        return documents.find(request, key, terms, () -> {
            CachedResponse made = maker.apply(fields);
            return made == null ? null : made.with(fields.tags(terms, null));
        });
    }

    /** The cached document if it is fresh; null otherwise. Never renders. */
    @Nullable
    public CachedResponse fresh(String key) {
        return documents.fresh(key);
    }

    /** The validators of the current document, if known; the document itself may have been evicted. */
    @Nullable
    public Validators validators(String key) {
        return documents.validators(key);
    }

    /** The response to GET; for HEAD it is sent without the content. */
    public HttpResponse answer(HttpRequest request, CachedResponse cached) {
        return conditional.answer(request, cached);
    }

    /** The response with the whole content, whatever the client has. */
    public HttpResponse whole(HttpRequest request, CachedResponse cached) {
        return conditional.full(request, cached);
    }

    /** The response if it is ready; null if bytes must be compressed first. */
    @Nullable
    public HttpResponse ready(HttpRequest request, CachedResponse cached) {
        return conditional.ready(request, cached);
    }

    /** The response that the preconditions of the request call for, 304 or 412; null for the document itself. */
    @Nullable
    public HttpResponse evaluatePreconditions(HttpRequest request, Validators validators) {
        return conditional.evaluatePreconditions(request, validators);
    }

    /** Runs work for a request in its turn, as {@link RenderQueue#make} does. */
    public <T> T inTurn(HttpRequest request, Supplier<T> work) {
        return renderQueue.make(request, work);
    }
}
