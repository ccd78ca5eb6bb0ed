package dev.feedmill.http.caching;

import dev.feedmill.feed.coding.Coding;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.http.message.FeedCounts;
import dev.feedmill.http.message.HttpDates;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.RequestHeader;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The validators of a document (RFC 9110 section 8.8) with its 304 response, which answers most polls. Thread-safe. */
public final class Validators {
    private final String digest;
    private final @Nullable LastModified lastModified;
    private final @Nullable Long sent;
    private final @Nullable FeedCounts counts;
    private final Map<String, String> always;
    private final Map<Coding, HttpResponse> notModified = new ConcurrentHashMap<>(2);

    /**
     * Creates validators; the 304 response is created later.
     *
     * @param digest between the quotes of the ETags, without the suffix of a coding
     * @param lastModified null for a document that is not cached, of which only the ETag is known
     * @param sent the time that is sent to clients; null for none
     * @param counts counts of the feed; null if the document is not a feed
     * @param always header fields that a 304 repeats (RFC 9110 section 15.4.5)
     */
    private Validators(
            String digest,
            @Nullable LastModified lastModified,
            @Nullable Long sent,
            @Nullable FeedCounts counts,
            Map<String, String> always) {
        this.digest = digest;
        this.lastModified = lastModified;
        this.sent = sent;
        this.counts = counts;
        this.always = new LinkedHashMap<>(always);
    }

    /** The validators of the document's own bytes. */
    static Validators of(Document document, @Nullable FeedCounts counts, Map<String, String> always) {
        return new Validators(document.digest(), null, null, counts, always);
    }

    /**
     * A copy with a modification time.
     *
     * @param now seconds since the epoch
     */
    Validators modified(LastModified time, long now) {
        return new Validators(digest, time, time.sendable(now), counts, always);
    }

    /** A copy with further header fields. */
    Validators with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(always);
        all.putAll(more);
        return new Validators(digest, lastModified, sent, counts, all);
    }

    /** Whether the time that is sent to clients is still the one to send now. */
    boolean areCurrent(long now) {
        return lastModified == null || Objects.equals(sent, lastModified.sendable(now));
    }

    /** A copy with the time to send now. */
    Validators asOf(long now) {
        return lastModified == null || areCurrent(now) ? this : modified(lastModified, now);
    }

    /** The part between the quotes of the ETags, without the suffix of a coding. */
    String digest() {
        return digest;
    }

    /** Whether the document is a feed, which clients may request as a delta. */
    public boolean isFeed() {
        return counts != null;
    }

    /** Response counts of the feed; null if the document is not a feed. */
    @Nullable
    FeedCounts counts() {
        return counts;
    }

    /**
     * Whether a precondition ({@code If-Match}, {@code If-Unmodified-Since}) fails, so that the response is 412 (RFC
     * 9110 section 13.2.2).
     */
    boolean preconditionFails(HttpRequest request) {
        String tags = request.header(RequestHeader.IF_MATCH);
        if (tags != null) {
            return !EntityTags.matchStrongly(tags, digest);
        }
        String since = request.header(RequestHeader.IF_UNMODIFIED_SINCE);
        @Nullable Instant date = since == null ? null : HttpDates.parse(since);
        return date != null && lastModified != null && date.getEpochSecond() < lastModified.time();
    }

    /**
     * Whether the client has the current document. If an ETag is sent, the date is ignored (RFC 9110 section 13.2.2).
     */
    boolean matches(HttpRequest request) {
        String tags = request.header(RequestHeader.IF_NONE_MATCH);
        if (tags != null) {
            return EntityTags.match(tags, digest);
        }
        String since = request.header(RequestHeader.IF_MODIFIED_SINCE);
        @Nullable Instant date = since == null ? null : HttpDates.parse(since);
        return date != null && lastModified != null && date.getEpochSecond() >= lastModified.time();
    }

    /** The 304 response. */
    HttpResponse notModified(Coding coding) {
        HttpResponse made = notModified.get(coding);
        return made == null
                ? notModified.computeIfAbsent(
                        coding,
                        missing -> HttpResponse.withoutContent(304, fields(missing))
                                .countedBy(counts))
                : made;
    }

    /** Header fields of every response in this coding; the caller may add to the map. */
    Map<String, String> fields(Coding coding) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ETag", '"' + digest + coding.suffix() + '"');
        if (sent != null) {
            headers.put("Last-Modified", HttpDates.format(Instant.ofEpochSecond(sent)));
        }
        headers.putAll(always);
        return headers;
    }
}
