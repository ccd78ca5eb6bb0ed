package dev.feedmill.http.caching;

import dev.feedmill.feed.coding.Document;
import dev.feedmill.http.message.FeedCounts;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.RequestFields;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which fields go with which kind of document. */
public final class HeaderFields {
    /** What goes with every page: nothing runs but the pages' own script, nothing else is loaded but pictures and sound. */
    public static final Map<String, String> PAGE = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' http: https: data:; media-src http: https:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            "Referrer-Policy",
            "no-referrer");

    private static final String CODING = "Accept-Encoding";

    /**
     * What a browser is sent in place of a feed's usual answer is for its own cache: one that others share keeps the usual
     * answer, which it may give to anybody (RFC 9110 section 12.5.5 leaves that to the server), and so none for each value
     * of the field.
     */
    static final Map<String, String> OPENED =
            Map.of("Cache-Control", "private, no-cache", "Vary", CODING + ", " + RequestFields.DESTINATION);

    /** Only caches that know of it may keep what is new since a tag (RFC 3229 sections 10.6 and 10.8.3). */
    private static final Map<String, String> NEWS =
            Map.of("Cache-Control", "no-store, im", "Vary", CODING + ", A-IM, If-None-Match");

    private static final String POLICY = "Content-Security-Policy";

    /** A feed that is opened in a browser loads its style sheet alone. */
    private static final String FEED_POLICY = "default-src 'none'; style-src 'self'; frame-ancestors 'none'";

    private static final Map<String, String> FEED = Map.of(POLICY, FEED_POLICY);

    private final String cacheControl;

    /**
     * A reader may keep an answer until its next poll. A cache that many share keeps it for a short time, since whatever it
     * keeps hides a change from all of them until they ask again.
     */
    public HeaderFields(Duration pollInterval, Duration sharedTime) {
        this.cacheControl = "max-age=" + pollInterval.toSeconds() + ", s-maxage=" + sharedTime.toSeconds();
    }

    /** What is the same for everybody who takes the same coding. */
    public CachedResponse plain(Document document) {
        return new CachedResponse(document, 200, Validators.of(document, null, open()), Map.of());
    }

    public CachedResponse page(Document document) {
        return new CachedResponse(document, 200, Validators.of(document, null, kept()), PAGE);
    }

    /** What changes with a new version of the program alone. */
    public CachedResponse asset(Document document) {
        Map<String, String> kept = Map.of("Cache-Control", "max-age=86400", "Vary", CODING);
        return new CachedResponse(document, 200, Validators.of(document, null, kept), Map.of());
    }

    /**
     * A feed, as caches may keep it.
     *
     * @param counts of the feed, archive pages too
     */
    public CachedResponse feed(Document document, FeedCounts counts) {
        return new CachedResponse(document, 200, Validators.of(document, counts, open()), FEED);
    }

    /**
     * What is new since the tag that a reader names: for nobody who names another.
     *
     * @param whole the feed as it is now, whose tag the answer has (RFC 3229 section 10.4.1)
     * @param base the tag that the reader has, without quotes
     */
    public CachedResponse delta(Document document, Document whole, String base, FeedCounts counts) {
        return new CachedResponse(
                document,
                HttpResponse.IM_USED,
                Validators.of(whole, counts, news()),
                Map.of("IM", "feed", "Delta-Base", '"' + base + '"', POLICY, FEED_POLICY));
    }

    private static Map<String, String> news() {
        Map<String, String> fields = new LinkedHashMap<>(NEWS);
        fields.putAll(Cors.FIELDS);
        return fields;
    }

    private Map<String, String> open() {
        Map<String, String> fields = kept();
        fields.putAll(Cors.FIELDS);
        return fields;
    }

    private Map<String, String> kept() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Cache-Control", cacheControl);
        fields.put("Vary", CODING);
        return fields;
    }
}
