package dev.feedmill.http;

import dev.feedmill.feed.Document;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which fields go with which kind of document. */
final class HeaderFields {
    /** What goes with every page: nothing runs but the pages' own script, nothing else is loaded but pictures and sound. */
    static final Map<String, String> PAGE = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' http: https: data:; media-src http: https:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            "Referrer-Policy",
            "no-referrer");

    private static final String FEED_VARY = "Accept-Encoding, A-IM, " + Opened.FIELD;
    private static final String POLICY = "Content-Security-Policy";

    /** A feed that is opened in a browser loads its style sheet alone. */
    private static final String FEED_POLICY = "default-src 'none'; style-src 'self'; frame-ancestors 'none'";

    private static final Map<String, String> FEED = Map.of(POLICY, FEED_POLICY);

    private final String cacheControl;

    /** Answers may be kept this long before a reader asks again, and as long again while it asks (RFC 5861). */
    HeaderFields(Duration pollInterval) {
        long seconds = pollInterval.toSeconds();
        this.cacheControl = "max-age=" + seconds + ", stale-while-revalidate=" + seconds;
    }

    /** What is the same for everybody who takes the same coding. */
    Served plain(Document document) {
        return whole(document, null, "Accept-Encoding", Map.of());
    }

    Served page(Document document) {
        return whole(document, null, "Accept-Encoding", PAGE);
    }

    /** What changes with a new version of the program alone. */
    Served asset(Document document) {
        Map<String, String> kept = Map.of("Cache-Control", "max-age=86400", "Vary", "Accept-Encoding");
        return new Served(document, 200, Validators.of(document, null, kept), Map.of());
    }

    /**
     * A reader that asks for what is new may get other bytes (RFC 3229 section 10.6).
     *
     * @param counts of the feed, archive pages too
     */
    Served feed(Document document, FeedCounts counts) {
        return whole(document, counts, FEED_VARY, FEED);
    }

    /**
     * What is new since the tag that a reader names: for nobody who names another.
     *
     * @param whole the feed as it is now, whose tag the answer has (RFC 3229 section 10.4.1)
     * @param base the tag that the reader has, without quotes
     */
    Served delta(Document document, Document whole, String base, FeedCounts counts) {
        return new Served(
                document,
                Answer.IM_USED,
                Validators.of(whole, counts, kept(FEED_VARY + ", If-None-Match")),
                Map.of("IM", "feed", "Delta-Base", '"' + base + '"', POLICY, FEED_POLICY));
    }

    private Served whole(Document document, @Nullable FeedCounts counts, String vary, Map<String, String> withContent) {
        return new Served(document, 200, Validators.of(document, counts, kept(vary)), withContent);
    }

    private Map<String, String> kept(String vary) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Cache-Control", cacheControl);
        fields.put("Vary", vary);
        return fields;
    }
}
