package dev.feedmill.http.status;

import dev.feedmill.http.message.FeedCounts;
import dev.feedmill.http.message.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often each feed was answered, and everything else together, since the server started. Threads may share it; counting
 * costs one addition.
 */
public final class ResponseCounts {
    /** So many feeds are told apart; the others are one. */
    private static final int MOST_FEEDS = 2_000;

    /** What those are called. */
    static final String OTHER_FEEDS = "other";

    private final Map<String, FeedCounts> feeds = new ConcurrentHashMap<>();
    private final FeedCounts otherFeeds = new FeedCounts();
    private final FeedCounts rest = new FeedCounts();
    private final DownloadCounts downloads = new DownloadCounts();

    /** Those of a feed by its canonical path. */
    public FeedCounts of(String path) {
        FeedCounts there = feeds.get(path);
        if (there != null) {
            return there;
        }
        return feeds.size() < MOST_FEEDS ? feeds.computeIfAbsent(path, missing -> new FeedCounts()) : otherFeeds;
    }

    /** To be called once for every answer that is sent. */
    public void count(HttpResponse answer) {
        FeedCounts feed = answer.counts();
        (feed == null ? rest : feed).count(answer.status());
    }

    /** By path, in its order. */
    Map<String, long[]> feeds() {
        Map<String, long[]> sums = new TreeMap<>();
        feeds.forEach((path, counts) -> sums.put(path, counts.sums()));
        sums.put(OTHER_FEEDS, otherFeeds.sums());
        return sums;
    }

    /** Of all feeds together. */
    long[] allFeeds() {
        long[] all = new long[FeedCounts.STATUSES.size() + 1];
        feeds().values().forEach(sums -> {
            for (int i = 0; i < all.length; i++) {
                all[i] += sums[i];
            }
        });
        return all;
    }

    /** Of sound and films. */
    public DownloadCounts downloads() {
        return downloads;
    }

    /** Of everything that is no feed. */
    long[] rest() {
        return rest.sums();
    }
}
