package dev.feedmill.http;

import dev.feedmill.feed.FeedSize;
import java.time.Duration;
import java.time.ZoneId;

/**
 * What an operator may choose about answers.
 *
 * @param zone of the dates that pages show and that queries name without one
 * @param pageItems articles on one page for people
 * @param feedSize how large a feed may be
 * @param latestLimit items of {@code /latest} where none is asked for
 * @param latestMax at most so many items of {@code /latest}
 * @param pollInterval how long an answer may be kept
 * @param unconditionalGets of one feed by one client within a poll interval; 0 for any number
 * @param firstScanWait how long a request waits for the first scan of an empty library
 * @param cacheBytes of documents that are kept
 * @param stopTimeout what running requests get to finish
 * @param idleTimeout after which a silent connection is closed
 * @param statusToken opens the status from elsewhere; empty for none
 */
public record ServerRules(
        ZoneId zone,
        int pageItems,
        FeedSize feedSize,
        int latestLimit,
        int latestMax,
        Duration pollInterval,
        int unconditionalGets,
        Duration firstScanWait,
        long cacheBytes,
        Duration stopTimeout,
        Duration idleTimeout,
        String statusToken) {}
