package dev.feedmill.http.message;

import dev.feedmill.feed.item.FeedSize;
import dev.feedmill.selection.NamedSelection;
import dev.feedmill.setting.BadValueException;
import dev.feedmill.setting.SettingValues;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;

/**
 * The operator's settings for responses.
 *
 * @param selections limits for queries
 * @param limits limits per request, which keep one client from starving the others
 * @param events limits of live events
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
        Events events,
        Status status,
        List<NamedSelection> named,
        Set<String> artwork) {
    /**
     * The rules of the settings.
     *
     * @param localOnly whether only this machine can reach the server
     */
    public static ServerRules of(
            SettingValues settings, boolean localOnly, List<NamedSelection> named, Set<String> artwork) {
        return new ServerRules(
                Sizes.of(settings),
                Selections.of(settings),
                Polling.of(settings),
                Timeouts.of(settings),
                Limits.of(settings),
                Events.of(settings),
                new Status(settings.line("status.token"), localOnly),
                named,
                artwork);
    }

    /** A copy with what a server takes only when it starts as in other rules. */
    public ServerRules heldBy(ServerRules started) {
        return new ServerRules(
                sizes,
                selections,
                polling,
                new Timeouts(started.timeouts.firstScan, timeouts.stop, timeouts.idle, timeouts.stall),
                new Limits(
                        limits.answerTime,
                        limits.headTime,
                        limits.sendTime,
                        started.limits.makers,
                        started.limits.waiting),
                events,
                new Status(status.token, started.status.localOnly),
                named,
                artwork);
    }

    /**
     * How much a response has, and the cache of them.
     *
     * @param pageItems articles per HTML page
     * @param feed size limits of a feed
     * @param cacheBytes size of the document cache
     */
    public record Sizes(int pageItems, FeedSize feed, long cacheBytes) {
        /** Size of what is remembered of the last changes of documents, besides the cache. */
        public long timesBytes() {
            return cacheBytes / 16;
        }

        private static Sizes of(SettingValues settings) {
            long wanted = settings.size("feeds.size", "250kB", "1kB", "100MB");
            long most = settings.size("feeds.max-size", "1MB", "1kB", "100MB");
            return new Sizes(
                    settings.number("site.page-items", 20, 1, 200),
                    new FeedSize(
                            (int) wanted,
                            (int) Math.max(wanted, most),
                            settings.number("feeds.min-items", 10, 1, 1000)),
                    settings.size("server.cache-size", "32MiB", "1MiB", "1024GiB"));
        }
    }

    /**
     * How clients poll feeds.
     *
     * @param interval how long a client may reuse a response
     * @param caches what caches are told besides
     * @param unconditionalGets unconditional requests for one feed by one client within an interval; 0 for any number
     * @param wholeFor prefixes of the User-Agent of clients that always get whole feeds
     */
    public record Polling(Duration interval, Caches caches, int unconditionalGets, List<String> wholeFor) {
        private static Polling of(SettingValues settings) {
            return new Polling(
                    settings.duration("feeds.poll-interval", "1h", "1m", "30d"),
                    Caches.of(settings),
                    settings.number("server.unconditional-gets", 30, 0, 1_000_000_000),
                    settings.words("feeds.whole-for", "rss2email/", "feedparser/", "UniversalFeedParser/"));
        }
    }

    /**
     * What caches are told, besides the interval of polls.
     *
     * @param sharedCacheTime how long a shared cache may
     * @param staleWhileRevalidate how much longer, while the cache asks for the current response (RFC 5861 section 3)
     * @param staleIfError how much longer, while the server fails or is away (RFC 5861 section 4)
     * @param tagField name of the response field with the tags for purges; empty for none
     * @param maxTags most terms that are named in it
     */
    public record Caches(
            Duration sharedCacheTime,
            Duration staleWhileRevalidate,
            Duration staleIfError,
            String tagField,
            int maxTags) {
        private static Caches of(SettingValues settings) {
            return new Caches(
                    settings.duration("feeds.shared-cache-time", "1m", "0s", "30d"),
                    settings.duration("feeds.stale-while-revalidate", "1m", "0s", "30d"),
                    settings.duration("feeds.stale-if-error", "1d", "0s", "30d"),
                    settings.text("caches.tag-field", Caches::checkField),
                    settings.number("caches.max-tags", 100, 1, 300));
        }

        private static void checkField(String name) throws BadValueException {
            if (!name.matches("[A-Za-z0-9-]{1,64}") || HttpHeader.CACHE.get(name) != null) {
                throw new BadValueException("must be a field for tags such as Cache-Tag, Surrogate-Key or xkey");
            }
        }
    }

    /**
     * How long the server waits.
     *
     * @param firstScan how long a request waits for the first scan; a filled library is served once this time has passed
     *     since the start
     * @param stop time that running requests get to finish
     * @param idle time after which an idle connection is closed
     * @param stall how long the folder may go unobserved before the server reports that it is not ready
     */
    public record Timeouts(Duration firstScan, Duration stop, Duration idle, Duration stall) {
        private static Timeouts of(SettingValues settings) {
            return new Timeouts(
                    settings.duration("server.first-scan-wait", "10s", "0s", "1h"),
                    settings.duration("server.stop-timeout", "4s", "0s", "10m"),
                    settings.duration("server.idle-timeout", "30s", "1s", "1h"),
                    settings.duration("articles.stall-time", "2m", "5s", "1d"));
        }
    }

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

        /** Without the token, which is a secret. */
        @Override
        public String toString() {
            return "Status[token=" + (token.isEmpty() ? "" : "…") + ", localOnly=" + localOnly + "]";
        }
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
    public record Limits(Duration answerTime, Duration headTime, Duration sendTime, int makers, int waiting) {
        private static Limits of(SettingValues settings) {
            int makers = settings.number("limits.concurrent-answers", 0, 0, 1_000);
            int half = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
            return new Limits(
                    settings.duration("limits.answer-time", "5s", "1ms", "1h"),
                    settings.duration("limits.head-time", "10s", "100ms", "1h"),
                    settings.duration("limits.send-time", "5m", "100ms", "7d"),
                    makers == 0 ? half : makers,
                    settings.number("limits.waiting-requests", 100, 0, 10_000));
        }
    }

    /**
     * Limits for queries.
     *
     * @param latestItems items of {@code /latest} if the address names no limit
     * @param maxLatestItems highest limit that the address of {@code /latest} may name
     * @param maxNames most names in one address
     * @param maxText most characters in a text search
     * @param filterDepth most articles that are matched against patterns
     */
    public record Selections(int latestItems, int maxLatestItems, int maxNames, int maxText, int filterDepth) {
        private static Selections of(SettingValues settings) {
            return new Selections(
                    settings.number("latest.limit", 20, 1, 1000),
                    settings.number("latest.max-limit", 100, 1, 1000),
                    settings.number("selections.max-names", 20, 1, 200),
                    settings.number("selections.max-text", 200, 1, 2_000),
                    settings.number("selections.filter-depth", 500, 1, 100_000));
        }

        /** The items of {@code /latest} if the address names no limit. */
        public int defaultLatestItems() {
            return Math.min(latestItems, maxLatestItems);
        }

        /**
         * The highest limit that an address may name.
         *
         * @param defaultItems entries of a feed if the address names no limit
         */
        public int maxItems(int defaultItems) {
            return Math.max(defaultItems, maxLatestItems);
        }
    }

    /**
     * Limits of live events.
     *
     * @param maxClients most open streams; 0 for no live events
     * @param maxPerClient most open streams of one client
     * @param heartbeat time between signs of life where nothing changes
     * @param maxTime time after which a stream ends, and its client comes back
     * @param queue most events that wait for a slow client, or are sent again to one that comes back
     * @param queueBytes most bytes of these
     */
    public record Events(
            int maxClients, int maxPerClient, Duration heartbeat, Duration maxTime, int queue, long queueBytes) {
        private static Events of(SettingValues settings) {
            return new Events(
                    settings.number("events.max-clients", 1_000, 0, 100_000),
                    settings.number("events.max-per-client", 10, 1, 100_000),
                    settings.duration("events.heartbeat", "20s", "100ms", "10m"),
                    settings.duration("events.max-time", "1h", "1s", "7d"),
                    settings.number("events.queue", 256, 1, 100_000),
                    settings.size("events.queue-size", "1MB", "1kB", "1GB"));
        }

        /** Whether there are live events. */
        public boolean isOn() {
            return maxClients > 0;
        }
    }
}
