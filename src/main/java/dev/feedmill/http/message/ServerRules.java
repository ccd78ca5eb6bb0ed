package dev.feedmill.http.message;

import dev.feedmill.feed.item.FeedSize;
import dev.feedmill.selection.NamedSelection;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The operator's settings for responses.
 *
 * @param selections limits for queries
 * @param limits limits per request, which keep one client from starving the others
 * @param status access rules for the status pages
 * @param named selections that have feeds of their own
 * @param artwork paths of podcast artwork in the articles folder
 */
public record ServerRules(
        Sizes sizes,
        Selections selections,
        Polling polling,
        Timeouts timeouts,
        Limits limits,
        Status status,
        List<NamedSelection> named,
        Set<String> artwork) {
    /**
     * How much a response has, and the cache of them.
     *
     * @param pageItems articles per HTML page
     * @param feed size limits of a feed
     * @param latestItems items of {@code /latest} if the address names no limit
     * @param cacheBytes size of the document cache
     */
    public record Sizes(int pageItems, FeedSize feed, int latestItems, long cacheBytes) {}

    /**
     * How clients poll feeds.
     *
     * @param interval how long a client may reuse a response
     * @param sharedCacheTime how long a shared cache may reuse a response
     * @param unconditionalGets unconditional requests for one feed by one client within an interval; 0 for any number
     * @param wholeFor prefixes of the User-Agent of clients that always get whole feeds
     */
    public record Polling(Duration interval, Duration sharedCacheTime, int unconditionalGets, List<String> wholeFor) {}

    /**
     * How long the server waits.
     *
     * @param firstScan how long a request waits for the first scan, and at most all of them for that of a filled library
     * @param stop time that running requests get to finish
     * @param idle time after which an idle connection is closed
     * @param stall how long the folder may go unobserved before the server reports that it is not ready
     */
    public record Timeouts(Duration firstScan, Duration stop, Duration idle, Duration stall) {}

    /**
     * Access rules for the status pages.
     *
     * @param token grants access from any address; empty for none
     * @param localOnly whether the server listens only on this machine and its base URL names this machine, so that the
     *     public port is not public
     */
    public record Status(String token, boolean localOnly) {
        /** Access at the operator's port only. */
        public static final Status CLOSED = new Status("", false);
    }

    /**
     * Resource limits per request.
     *
     * @param answerTime from the start of a request until its response is rendered
     * @param headTime from the first byte of a request until its head is complete
     * @param sendTime until the client has received the response
     * @param makers concurrent renderings, for each of the two queues
     * @param waiting requests that may wait in each of the two queues
     */
    public record Limits(Duration answerTime, Duration headTime, Duration sendTime, int makers, int waiting) {}

    /**
     * Limits for queries.
     *
     * @param items entries of a feed if the address names no limit
     * @param maxItems highest allowed limit
     * @param maxNames most names in one address
     * @param maxText most characters in a text search
     * @param filterDepth most articles that are matched against patterns
     */
    public record Selections(int items, int maxItems, int maxNames, int maxText, int filterDepth) {}
}
