package dev.feedmill.config;

import dev.feedmill.article.Podcast;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All settings; {@code config/feedmill.yaml} explains each. */
public record Settings(
        Site site,
        Articles articles,
        Generator generator,
        Library library,
        Server server,
        Feeds feeds,
        Latest latest,
        Selections selections,
        Limits limits,
        Status status,
        Log log,
        Html html,
        List<NamedFeed> named,
        List<Category> categories) {
    public Settings {
        named = List.copyOf(named);
        categories = List.copyOf(categories);
    }

    /**
     * A named feed of a selection. Optional values are empty.
     *
     * @param where query string of the selection; empty for all articles
     * @param podcast null if it is no podcast
     */
    public record NamedFeed(
            String name,
            String title,
            String description,
            String language,
            String image,
            String where,
            @Nullable Podcast podcast) {}

    /**
     * A rule for a category. Optional values are empty.
     *
     * @param category its names as in articles, separated by slashes
     * @param name new display name
     * @param slug last segment of its URLs
     * @param hidden whether lists omit it
     * @param podcast null if its feed is no podcast
     */
    public record Category(
            String category,
            String name,
            String slug,
            String title,
            String description,
            String language,
            String image,
            boolean hidden,
            @Nullable Podcast podcast) {}

    /**
     * Presentation of the feeds. Empty values come from the configuration of the site in the folder.
     *
     * @param author empty if the title replaces it
     * @param home {@code here} if this server's pages are the website
     * @param pageItems number of articles on an HTML page
     */
    public record Site(
            String title,
            String description,
            String language,
            String author,
            String home,
            Optional<ZoneId> zone,
            int pageItems) {}

    /**
     * How articles are read from the folder.
     *
     * @param dialect name of a generator, {@code plain} or {@code auto}
     * @param categories {@code paths}, {@code labels}, or {@code auto} for the dialect's meaning
     * @param encoding of files that are not UTF-8; empty to guess it
     * @param ids one of {@link #IDS}
     * @param timeOfDay for a date without a time: {@code midnight}, or {@code first-seen} on that day
     */
    public record Articles(
            String folder,
            List<String> draftFolders,
            List<String> include,
            List<String> exclude,
            String dialect,
            String categories,
            Optional<Charset> encoding,
            String ids,
            String timeOfDay,
            Duration scanInterval,
            Duration settleTime,
            Duration writePause,
            Duration stallTime,
            long maxFileSize,
            long maxAttachmentSize,
            long maxFrontMatterSize,
            int maxNames,
            int maxCategoryDepth) {
        /** Sources of ids for articles that declare none. */
        public static final List<String> IDS = List.of("stable", "permalink", "generator");
    }

    /**
     * Limits for the files of a generator's site other than its articles.
     *
     * @param maxDepth nesting depth of folders
     * @param maxFiles number of files in a folder and below
     * @param maxFileSize size of a configuration or data file
     * @param maxDataFiles number of data files for template code
     * @param maxDataSize total size of data files
     * @param maxDataValues total number of values in data files
     */
    public record Generator(
            int maxDepth, int maxFiles, long maxFileSize, int maxDataFiles, long maxDataSize, int maxDataValues) {}

    /**
     * Where the library is stored.
     *
     * @param data a folder or a JDBC URL, which may contain a password
     * @param leaseTime after which another server may take over the library from one that no longer renews its
     *     lease
     * @param acceptOtherFolder whether to serve a folder that shares nothing with the library
     */
    public record Library(String data, Duration leaseTime, boolean acceptOtherFolder) {
        /** The value of {@code data} without secrets. */
        public String shown() {
            return Quoted.withoutSecrets(data);
        }

        @Override
        public String toString() {
            return "Library[data=" + shown() + ", leaseTime=" + leaseTime + "]";
        }
    }

    /**
     * How the server accepts requests.
     *
     * @param baseUrl empty for the address of this machine
     * @param movedTo new base URL of the feeds; empty if they have not moved
     * @param unconditionalGets number of unconditional requests for one feed by one client within a poll interval;
     *     0 for no limit
     */
    public record Server(
            String host,
            int port,
            String baseUrl,
            String movedTo,
            Duration firstScanWait,
            Duration stopTimeout,
            Duration idleTimeout,
            long cacheSize,
            int unconditionalGets) {}

    /**
     * Limits on the resources of a request.
     *
     * @param answerTime from the start of processing to the complete response
     * @param headTime from the first byte to the complete request head
     * @param sendTime for the client to read the response
     * @param concurrentAnswers number of responses computed at once; 0 for half the number of processors
     * @param waitingRequests number of requests that wait for that
     */
    public record Limits(
            Duration answerTime, Duration headTime, Duration sendTime, int concurrentAnswers, int waitingRequests) {}

    /**
     * Content and caching of feeds.
     *
     * @param sharedCacheTime how long a shared cache may keep a response
     * @param summaryLength in code points
     * @param size in bytes, like {@code maxSize}
     * @param rememberTags how long after an ETag was replaced a client that sends it still gets a delta
     * @param wholeFor prefixes of {@code User-Agent} of clients that never get a delta
     * @param oldAddresses former addresses of feeds
     */
    public record Feeds(
            int items,
            Duration pollInterval,
            Duration sharedCacheTime,
            int summaryLength,
            long size,
            long maxSize,
            int minItems,
            Duration rememberTags,
            List<String> wholeFor,
            List<OldAddress> oldAddresses) {}

    /**
     * A former address of a feed.
     *
     * @param path without a leading slash
     * @param target path and query of the feed, without a leading slash
     */
    public record OldAddress(String path, String target) {}

    /** Limits of {@code /latest}. */
    public record Latest(int limit, int maxLimit) {}

    /**
     * Limits of selections in URLs.
     *
     * @param searchedText number of characters of an article that are searched
     */
    public record Selections(int maxNames, int maxText, Duration maxTime, int searchedText, int filterDepth) {}

    /**
     * Who may see the status pages.
     *
     * @param token a secret; empty to allow only this machine
     * @param host on which the operator needs no token
     * @param port for {@code host}
     */
    public record Status(String token, String host, int port) {
        @Override
        public String toString() {
            return "Status[token=" + (token.isEmpty() ? "" : "…") + ", host=" + host + ", port=" + port + "]";
        }
    }

    /**
     * Logging for the operator.
     *
     * @param level {@code error}, {@code warn}, {@code info} or {@code debug}
     * @param format {@code text} or {@code json}
     * @param problems maximum number of problem lines after one look at the folder
     * @param messageLength maximum length of a problem's message in characters
     */
    public record Log(String level, String format, boolean access, int problems, int messageLength) {}

    /** How HTML bodies are processed. */
    public record Html(
            List<String> remove,
            List<String> blockedHosts,
            int maxTags,
            int maxDepth,
            int maxAttributeLength,
            int maxUrlLength,
            int maxCandidates,
            int maxMarkdownDepth) {}
}
