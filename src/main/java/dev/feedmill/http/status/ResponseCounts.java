package dev.feedmill.http.status;

import dev.feedmill.http.message.FeedCounts;
import dev.feedmill.http.message.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts responses by feed, and all others together, since the server started. Thread-safe; counting costs one
 * addition.
 */
public final class ResponseCounts {
    /** How many feeds are counted separately; the others share one count. */
    private static final int MAX_FEEDS = 2_000;

    /** The name of the shared count. */
    static final String OTHER_FEEDS = "other";

    private final Map<String, FeedCounts> feeds = new ConcurrentHashMap<>();
    private final FeedCounts otherFeeds = new FeedCounts();
    private final FeedCounts rest = new FeedCounts();
    private final DownloadCounts downloads = new DownloadCounts();

    /** The counts of a feed, by its canonical path. */
    public FeedCounts of(String path) {
        FeedCounts there = feeds.get(path);
        if (there != null) {
            return there;
        }
        return feeds.size() < MAX_FEEDS ? feeds.computeIfAbsent(path, missing -> new FeedCounts()) : otherFeeds;
    }

    /** Counts a response. Call it once for every response that is sent. */
    public void count(HttpResponse response) {
        FeedCounts feed = response.counts();
        (feed == null ? rest : feed).count(response.status());
    }

    /** Counts by path, sorted by path. */
    Map<String, long[]> feeds() {
        Map<String, long[]> sums = new TreeMap<>();
        feeds.forEach((path, counts) -> sums.put(path, counts.sums()));
        sums.put(OTHER_FEEDS, otherFeeds.sums());
        return sums;
    }

    /** The sum over all feeds. */
    long[] allFeeds() {
        long[] all = new long[FeedCounts.STATUSES.size() + 1];
        feeds().values().forEach(sums -> {
            for (int i = 0; i < all.length; i++) {
                all[i] += sums[i];
            }
        });
        return all;
    }

    /** Downloads of audio and video. */
    public DownloadCounts downloads() {
        return downloads;
    }

    /** Counts of all responses that are not feeds. */
    long[] rest() {
        return rest.sums();
    }
}
