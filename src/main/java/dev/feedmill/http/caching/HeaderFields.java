package dev.feedmill.http.caching;

import dev.feedmill.feed.coding.Document;
import dev.feedmill.http.message.FeedCounts;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.RequestHeader;
import dev.feedmill.http.message.ServerRules;
import dev.feedmill.web.PercentCoding;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Creates cached responses with the header fields of each kind of document. */
public final class HeaderFields {
    /** Headers of every page: only the pages' own script runs, and only pictures and sound load from elsewhere. */
    public static final Map<String, String> PAGE = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' http: https: data:; media-src http: https:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            "Referrer-Policy",
            "no-referrer");

    private static final String CODING = "Accept-Encoding";

    /**
     * Headers of a feed opened in a browser. Only the browser's own cache may keep it. Shared caches keep the usual
     * response, which they may serve to any client: it does not vary by this request field (RFC 9110 section 12.5.5
     * leaves that to the server), so they need no copy for each value of it.
     */
    static final Map<String, String> OPENED =
            Map.of("Cache-Control", "private, no-cache", "Vary", CODING + ", " + RequestHeader.SEC_FETCH_DEST);

    /** Only caches that implement delta encoding may store a delta (RFC 3229 sections 10.6 and 10.8.3). */
    private static final Map<String, String> DELTA =
            Map.of("Cache-Control", "no-store, im", "Vary", CODING + ", A-IM, If-None-Match");

    private static final String POLICY = "Content-Security-Policy";

    /** A feed opened in a browser loads only its style sheet. */
    private static final String FEED_POLICY = "default-src 'none'; style-src 'self'; frame-ancestors 'none'";

    private static final Map<String, String> FEED = Map.of(POLICY, FEED_POLICY);

    private final String cacheControl;
    private final String missing;
    private final TagField tagField;

    /**
     * Creates the headers. A client may reuse a response until its next poll. Shared caches keep it for a short time
     * only, since they hide changes from all their clients meanwhile.
     */
    public HeaderFields(ServerRules.Polling polling) {
        ServerRules.Caches caches = polling.caches();
        this.cacheControl = "max-age=" + polling.interval().toSeconds() + ", s-maxage="
                + caches.sharedCacheTime().toSeconds()
                + directive("stale-while-revalidate", caches.staleWhileRevalidate())
                + directive("stale-if-error", caches.staleIfError());
        this.missing = "max-age=0, s-maxage=" + caches.sharedCacheTime().toSeconds();
        this.tagField = new TagField(caches);
    }

    private static String directive(String name, Duration time) {
        return time.isZero() ? "" : ", " + name + "=" + time.toSeconds();
    }

    /** The field with the tags of a response; the parameters are as those of {@link TagField#of}. */
    Map<String, String> tags(Set<Long> terms, @Nullable Long article) {
        return tagField.of(terms, article);
    }

    /** The fields of a 404 or 410 for a feed that any change of these terms may bring. */
    Map<String, String> missing(Set<Long> terms) {
        Map<String, String> headers = new LinkedHashMap<>(tags(terms, null));
        headers.put("Cache-Control", missing);
        return headers;
    }

    /** Data, which depends on the request only by its coding. */
    public CachedResponse data(Document document) {
        return data(document, "");
    }

    /**
     * As {@link #data(Document)}, with links.
     *
     * @param links value of {@code Link}, which a 304 repeats; empty for none
     */
    public CachedResponse data(Document document, String links) {
        return new CachedResponse(document, 200, Validators.of(document, null, linked(crossOrigin(), links)), Map.of());
    }

    /**
     * Data that browsers save as a file (RFC 6266).
     *
     * @param name of the file, without quotation marks or control characters
     */
    public CachedResponse download(Document document, String name) {
        String ascii = name.replaceAll("[^\\x20-\\x7e]+", "_");
        String whole = ascii.equals(name) ? "" : "; filename*=UTF-8''" + PercentCoding.encode(name);
        Map<String, String> disposition =
                Map.of("Content-Disposition", "attachment; filename=\"" + ascii + '"' + whole);
        return new CachedResponse(document, 200, Validators.of(document, null, crossOrigin()), disposition);
    }

    public CachedResponse page(Document document) {
        return new CachedResponse(document, 200, Validators.of(document, null, cacheable()), PAGE);
    }

    /** A document that changes only with the version of the program or with the settings. */
    public CachedResponse asset(Document document) {
        Map<String, String> cacheable = Map.of("Cache-Control", "max-age=86400", "Vary", CODING);
        return new CachedResponse(document, 200, Validators.of(document, null, cacheable), Map.of());
    }

    /**
     * A feed, with its caching rules.
     *
     * @param links value of {@code Link}, which a 304 repeats; empty for none
     * @param counts of the feed; archive pages count for their feed
     */
    public CachedResponse feed(Document document, String links, FeedCounts counts) {
        return new CachedResponse(document, 200, Validators.of(document, counts, linked(crossOrigin(), links)), FEED);
    }

    /**
     * A delta. It suits only clients that have the base tag.
     *
     * @param whole the current feed, whose ETag the response has (RFC 3229 section 10.4.1)
     * @param base the ETag that the client has, without quotes
     * @param links value of {@code Link}; empty for none
     */
    public CachedResponse delta(Document document, Document whole, String base, String links, FeedCounts counts) {
        return new CachedResponse(
                document,
                HttpResponse.IM_USED,
                Validators.of(whole, counts, linked(deltaFields(), links)),
                Map.of("IM", "feed", "Delta-Base", '"' + base + '"', POLICY, FEED_POLICY));
    }

    private static Map<String, String> linked(Map<String, String> fields, String links) {
        if (!links.isEmpty()) {
            fields.put("Link", links);
        }
        return fields;
    }

    private static Map<String, String> deltaFields() {
        Map<String, String> fields = new LinkedHashMap<>(DELTA);
        fields.putAll(Cors.FIELDS);
        return fields;
    }

    private Map<String, String> crossOrigin() {
        Map<String, String> fields = cacheable();
        fields.putAll(Cors.FIELDS);
        return fields;
    }

    private Map<String, String> cacheable() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Cache-Control", cacheControl);
        fields.put("Vary", CODING);
        return fields;
    }
}
