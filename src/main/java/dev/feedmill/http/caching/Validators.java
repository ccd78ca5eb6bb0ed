package dev.feedmill.http.caching;

import dev.feedmill.feed.coding.Coding;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.http.message.FeedCounts;
import dev.feedmill.http.message.HttpDates;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What tells whether a reader has a document already (RFC 9110 section 8.8), and the answer that it does: all that most
 * polls need. Threads may share it.
 */
public final class Validators {
    private final String digest;
    private final @Nullable LastModified lastModified;
    private final @Nullable Long told;
    private final @Nullable FeedCounts counts;
    private final Map<String, String> always;
    private final Map<Coding, HttpResponse> unchanged = new ConcurrentHashMap<>(2);

    /**
     * Prepares nothing yet.
     *
     * @param digest between the quotes of the tags, but for the suffix of a coding
     * @param lastModified null for what is not kept, of which the tag alone is known
     * @param told the time that readers are told; null for none
     * @param counts of the feed that it is; null for what is none
     * @param always fields that 304 repeats (RFC 9110 section 15.4.5)
     */
    private Validators(
            String digest,
            @Nullable LastModified lastModified,
            @Nullable Long told,
            @Nullable FeedCounts counts,
            Map<String, String> always) {
        this.digest = digest;
        this.lastModified = lastModified;
        this.told = told;
        this.counts = counts;
        this.always = new LinkedHashMap<>(always);
    }

    /** Those of the document's own bytes. */
    static Validators of(Document document, @Nullable FeedCounts counts, Map<String, String> always) {
        return new Validators(document.digest(), null, null, counts, always);
    }

    /**
     * The same of what last changed at a time.
     *
     * @param now seconds since the epoch
     */
    Validators modified(LastModified time, long now) {
        return new Validators(digest, time, time.told(now), counts, always);
    }

    /** Whether what readers are told of the time of the last change is what may be told now. */
    boolean areTrue(long now) {
        return lastModified == null || Objects.equals(told, lastModified.told(now));
    }

    /** As they may be told now. */
    Validators again(long now) {
        return lastModified == null || areTrue(now) ? this : modified(lastModified, now);
    }

    /** Between the quotes of the tags, but for the suffix of a coding. */
    String digest() {
        return digest;
    }

    /** A reader may want to know only what is new in it. */
    public boolean isFeed() {
        return counts != null;
    }

    /** How often the feed was answered; null for what is none. */
    @Nullable
    FeedCounts counts() {
        return counts;
    }

    /** Whether a request is only for a document that has changed: it must not be answered (RFC 9110 section 13.2.2). */
    boolean areUnwanted(HttpRequest request) {
        String tags = request.header("If-Match");
        if (tags != null) {
            return !EntityTags.matchStrongly(tags, digest);
        }
        String since = request.header("If-Unmodified-Since");
        @Nullable Instant date = since == null ? null : HttpDates.parse(since);
        return date != null && lastModified != null && date.getEpochSecond() < lastModified.time();
    }

    /** A tag decides alone where one is sent; only then comes the date (RFC 9110 section 13.2.2). */
    boolean areKnown(HttpRequest request) {
        String tags = request.header("If-None-Match");
        if (tags != null) {
            return EntityTags.match(tags, digest);
        }
        String since = request.header("If-Modified-Since");
        @Nullable Instant date = since == null ? null : HttpDates.parse(since);
        return date != null && lastModified != null && date.getEpochSecond() >= lastModified.time();
    }

    /** The answer that the reader has it already: 304. */
    HttpResponse unchanged(Coding coding) {
        HttpResponse made = unchanged.get(coding);
        return made == null
                ? unchanged.computeIfAbsent(
                        coding,
                        missing -> HttpResponse.withoutContent(304, fields(missing))
                                .countedBy(counts))
                : made;
    }

    /** Fields of every answer for this coding; the caller may add to them. */
    Map<String, String> fields(Coding coding) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ETag", '"' + digest + coding.suffix() + '"');
        if (told != null) {
            headers.put("Last-Modified", HttpDates.format(Instant.ofEpochSecond(told)));
        }
        headers.putAll(always);
        return headers;
    }
}
