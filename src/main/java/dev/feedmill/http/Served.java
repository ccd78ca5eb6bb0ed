package dev.feedmill.http;

import dev.feedmill.feed.Coding;
import dev.feedmill.feed.Document;
import dev.feedmill.feed.Format;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A document with its answers, each made when first asked for and sent many times. Threads may share it. */
final class Served {
    private final Document document;
    private final int status;
    private final boolean feed;
    private final String digest;
    private final Map<String, String> always;
    private final Map<String, String> withContent;
    private final Map<Coding, Answer> full = new ConcurrentHashMap<>(2);
    private final Map<Coding, Answer> unchanged = new ConcurrentHashMap<>(2);

    /**
     * Prepares nothing yet.
     *
     * @param always fields that 304 repeats too (RFC 9110 section 15.4.5)
     * @param withContent fields that only come with the bytes
     */
    Served(Document document, Map<String, String> always, Map<String, String> withContent) {
        this(document, 200, document.digest(), always, withContent);
    }

    /** Bytes that stand for others: their status says how, their tags are those of what they stand for. */
    Served(Document document, int status, String digest, Map<String, String> always, Map<String, String> withContent) {
        this.document = document;
        this.status = status;
        this.digest = digest;
        this.feed = Arrays.stream(Format.values())
                .anyMatch(format -> format.mediaType().equals(document.mediaType()));
        this.always = new LinkedHashMap<>(always);
        this.withContent = new LinkedHashMap<>(withContent);
    }

    Document document() {
        return document;
    }

    /** Whether it belongs to a feed, of which a reader may want to know only what is new. */
    boolean isFeed() {
        return feed;
    }

    /** The answer with the bytes in this coding. */
    Answer full(Coding coding) {
        Answer made = full.get(coding);
        return made == null ? full.computeIfAbsent(coding, this::content) : made;
    }

    /** The answer that the reader has them already: 304. */
    Answer unchanged(Coding coding) {
        Answer made = unchanged.get(coding);
        return made == null
                ? unchanged.computeIfAbsent(coding, missing -> Answer.withoutContent(304, always(missing)))
                : made;
    }

    private Answer content(Coding coding) {
        Map<String, String> headers = always(coding);
        headers.put("Content-Type", document.mediaType());
        if (coding != Coding.IDENTITY) {
            headers.put("Content-Encoding", coding.token());
        }
        headers.put("X-Content-Type-Options", "nosniff");
        headers.putAll(withContent);
        return Answer.content(status, headers, document.bytes(coding));
    }

    private Map<String, String> always(Coding coding) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ETag", '"' + digest + coding.suffix() + '"');
        headers.put("Last-Modified", HttpDates.format(document.lastModified()));
        headers.putAll(always);
        return headers;
    }
}
