package dev.feedmill.http.caching;

import dev.feedmill.feed.coding.Coding;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.http.message.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A document with its answers, each made when first asked for and sent many times. Threads may share it. */
public final class CachedResponse {
    private final Document document;
    private final int status;
    private final Validators validators;
    private final Map<String, String> withContent;
    private final Map<Coding, HttpResponse> full = new ConcurrentHashMap<>(2);

    /**
     * Prepares nothing yet.
     *
     * @param status 200, or another for bytes that stand for others: then the validators are of what they stand for
     * @param withContent fields that only come with the bytes
     */
    CachedResponse(Document document, int status, Validators validators, Map<String, String> withContent) {
        this.document = document;
        this.status = status;
        this.validators = validators;
        this.withContent = new LinkedHashMap<>(withContent);
    }

    /** The same of what last changed at a time. */
    CachedResponse with(Validators others) {
        return new CachedResponse(document, status, others, withContent);
    }

    public Document document() {
        return document;
    }

    public Validators validators() {
        return validators;
    }

    /** The answer with the bytes in this coding. */
    public HttpResponse full(Coding coding) {
        HttpResponse made = full.get(coding);
        return made == null ? full.computeIfAbsent(coding, this::content) : made;
    }

    /** The same where it was made before; null where its bytes must be compressed first. */
    @Nullable
    HttpResponse made(Coding coding) {
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
