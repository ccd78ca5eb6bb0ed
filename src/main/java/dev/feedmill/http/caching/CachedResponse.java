package dev.feedmill.http.caching;

import dev.feedmill.feed.coding.Coding;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.http.message.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A document with its responses, each created on first use and then reused. Thread-safe. */
public final class CachedResponse {
    private final Document document;
    private final int status;
    private final Validators validators;
    private final Map<String, String> withContent;
    private final Map<Coding, HttpResponse> full = new ConcurrentHashMap<>(2);

    /**
     * Wraps a document; responses are created later.
     *
     * @param status 200, or another status if the bytes stand for another document; the validators are then those of
     *     that document
     * @param withContent header fields that are sent only with content
     */
    CachedResponse(Document document, int status, Validators validators, Map<String, String> withContent) {
        this.document = document;
        this.status = status;
        this.validators = validators;
        this.withContent = new LinkedHashMap<>(withContent);
    }

    /** A copy with other validators. */
    CachedResponse with(Validators others) {
        return new CachedResponse(document, status, others, withContent);
    }

    /** A copy with further header fields, which a 304 repeats. */
    CachedResponse with(Map<String, String> more) {
        return more.isEmpty() ? this : with(validators.with(more));
    }

    public Document document() {
        return document;
    }

    public Validators validators() {
        return validators;
    }

    /** The response with content in this coding; compresses the bytes on first use. */
    public HttpResponse full(Coding coding) {
        HttpResponse made = full.get(coding);
        return made == null ? full.computeIfAbsent(coding, this::content) : made;
    }

    /** The response with content in this coding if it exists already; null if the bytes must be compressed first. */
    @Nullable
    HttpResponse ready(Coding coding) {
        return full.get(coding);
    }

    private HttpResponse content(Coding coding) {
        Map<String, String> headers = validators.fields(coding);
        headers.put("Content-Type", document.mediaType());
        if (coding != Coding.IDENTITY) {
            headers.put("Content-Encoding", coding.token());
        }
        headers.put("X-Content-Type-Options", "nosniff");
        headers.putAll(withContent);
        return HttpResponse.content(status, headers, document.bytes(coding)).countedBy(validators.counts());
    }
}
