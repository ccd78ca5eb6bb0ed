package dev.feedmill.http.message;

import dev.feedmill.feed.item.FeedSize;
import dev.feedmill.selection.NamedSelection;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What an operator may choose about answers.
 *
 * @param pageItems articles on one page for people
 * @param feedSize how large a feed may be
 * @param latestLimit items of {@code /latest} where none is asked for
 * @param selections what addresses may ask for
 * @param pollInterval how long a reader may keep an answer
 * @param sharedCacheTime how long a cache may keep it that many readers share
 * @param unconditionalGets of one feed by one client within a poll interval; 0 for any number
 * @param firstScanWait how long a request waits for the first scan of an empty library
 * @param cacheBytes of documents that are kept
 * @param stopTimeout what running requests get to finish
 * @param idleTimeout after which a silent connection is closed
 * @param stallTime so long the folder may go without being followed before the server says that it is not ready
 * @param limits so that nobody takes the server from the others
 * @param named selections that have feeds of their own
 * @param status who may see how the server is doing
 * @param artwork paths in the articles folder of the pictures of podcasts
 * @param wholeFor beginnings of the names of readers that are given whole feeds whatever they ask for
 */
public record ServerRules(
        int pageItems,
        FeedSize feedSize,
        int latestLimit,
        Selections selections,
        Duration pollInterval,
        Duration sharedCacheTime,
        int unconditionalGets,
        Duration firstScanWait,
        long cacheBytes,
        Duration stopTimeout,
        Duration idleTimeout,
        Duration stallTime,
        Limits limits,
        List<NamedSelection> named,
        Status status,
        Set<String> artwork,
        List<String> wholeFor) {
    /**
     * Who may see how the server is doing.
     *
     * @param token opens the status from elsewhere; empty for none
     * @param localOnly whether the server listens on this machine alone and its own address names this machine, so that the
     *     public port is not public
     */
    public record Status(String token, boolean localOnly) {
        /** The status at the operator's port alone. */
        public static final Status CLOSED = new Status("", false);
    }

    /**
     * What a request may take of the server.
     *
     * @param answerTime from its beginning until its answer is made
     * @param headTime from its first byte until its head is whole
     * @param sendTime until its answer is fetched
     * @param makers so many documents are made at once, and as many answers to queries
     * @param waiting so many wait for each of the two
     */
    public record Limits(Duration answerTime, Duration headTime, Duration sendTime, int makers, int waiting) {}

    /**
     * What addresses may ask for.
     *
     * @param items of a feed where none are asked for
     * @param maxItems at most so many may be asked for
     * @param maxNames at most so many names are in one address
     * @param maxText what is looked for in texts has at most so many characters
     * @param filterDepth patterns are looked for in at most so many articles
     */
    public record Selections(int items, int maxItems, int maxNames, int maxText, int filterDepth) {}
}
