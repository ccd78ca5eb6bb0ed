package dev.feedmill.http;

import dev.feedmill.feed.Coding;
import dev.feedmill.feed.Document;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A document with its answers, each made when first asked for and sent many times. Threads may share it. */
final class Served {
    private final Document document;
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
        this.document = document;
        this.always = new LinkedHashMap<>(always);
        this.withContent = new LinkedHashMap<>(withContent);
    }

    Document document() {
        return document;
    }

    /** The answer with the bytes in this coding: 200. */
    Answer full(Coding coding) {
        Answer made = full.get(coding);
        return made == null
                ? full.computeIfAbsent(coding, missing -> content(200, missing, document.tag(missing)))
                : made;
    }

    /** The answer that the reader has them already: 304. */
    Answer unchanged(Coding coding) {
        Answer made = unchanged.get(coding);
        return made == null
                ? unchanged.computeIfAbsent(
                        coding, missing -> Answer.withoutContent(304, always(document.tag(missing))))
                : made;
    }

    /** The bytes under another status and tag. */
    Answer content(int status, Coding coding, String tag) {
        Map<String, String> headers = always(tag);
        headers.put("Content-Type", document.mediaType());
        if (coding != Coding.IDENTITY) {
            headers.put("Content-Encoding", coding.token());
        }
        headers.put("X-Content-Type-Options", "nosniff");
        headers.putAll(withContent);
        return Answer.content(status, headers, document.bytes(coding));
    }

    private Map<String, String> always(String tag) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ETag", tag);
        headers.put("Last-Modified", HttpDates.format(document.lastModified()));
        headers.putAll(always);
        return headers;
    }
}
