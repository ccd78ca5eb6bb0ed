package dev.feedmill.config;

import dev.feedmill.article.Podcast;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that an operator may choose; {@code config/feedmill.yaml} says what each means. */
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
     * A feed of a selection. What is not given is empty.
     *
     * @param where a query as an address has it; empty for all articles
     * @param podcast null where it is none
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
     * What is said of a category. What is not given is empty.
     *
     * @param category its names as articles have them, slashes between
     * @param name that it has instead
     * @param slug the last segment of its addresses
     * @param hidden whether no list names it
     * @param podcast null where its feed is none
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
     * How the feeds present themselves. What is empty is as the configuration of the site in the folder says.
     *
     * @param author empty where the title stands for it
     * @param home {@code here} where this server's own pages are the website
     * @param pageItems articles on one page for people
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
     * How the folder is read.
     *
     * @param dialect a generator's name, {@code plain} or {@code auto}
     * @param categories {@code paths}, {@code labels}, or {@code auto} for what they mean to the dialect
     * @param encoding of files that are not UTF-8; empty where it is guessed
     * @param ids one of {@link #IDS}
     * @param timeOfDay that a date without a time means: {@code midnight}, or {@code first-seen} on that very day
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
        /** Where the ids of entries come from of which the articles declare none. */
        public static final List<String> IDS = List.of("stable", "permalink", "generator");
    }

    /**
     * How much is looked at of the files of a generator's site beside its articles.
     *
     * @param maxDepth of folders within one another
     * @param maxFiles of a folder and those below
     * @param maxFileSize of a configuration or a file of data
     * @param maxDataFiles for template code
     * @param maxDataSize of all of those
     * @param maxDataValues in all of those
     */
    public record Generator(
            int maxDepth, int maxFiles, long maxFileSize, int maxDataFiles, long maxDataSize, int maxDataValues) {}

    /**
     * Where the library is kept.
     *
     * @param data a folder or a JDBC URL, which may hold a password
     * @param leaseTime how long a server that is not heard of keeps the library from others
     * @param acceptOtherFolder whether a folder may be served that has nothing in common with what the library holds
     */
    public record Library(String data, Duration leaseTime, boolean acceptOtherFolder) {
        /** {@code data} without secrets. */
        public String shown() {
            return Quoted.withoutSecrets(data);
        }

        @Override
        public String toString() {
            return "Library[data=" + shown() + ", leaseTime=" + leaseTime + "]";
        }
    }

    /**
     * How requests are taken.
     *
     * @param baseUrl empty for this machine's own address
     * @param movedTo where the feeds are now; empty where they are here
     * @param unconditionalGets of one feed by one client within a poll interval; 0 for any number
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
     * What a request may take of the server.
     *
     * @param answerTime from its beginning until its answer is made
     * @param headTime from its first byte until its head is whole
     * @param sendTime until its answer is fetched
     * @param concurrentAnswers made at once; 0 for as many as half the processors
     * @param waitingRequests for those
     */
    public record Limits(
            Duration answerTime, Duration headTime, Duration sendTime, int concurrentAnswers, int waitingRequests) {}

    /**
     * What is in a feed.
     *
     * @param sharedCacheTime how long a cache that many readers share may keep an answer
     * @param summaryLength in code points
     * @param size in bytes, like {@code maxSize}
     * @param rememberTags how long a reader may stay away and still be given only what is new
     * @param wholeFor beginnings of {@code User-Agent} of readers that are never given that
     * @param oldAddresses at which feeds were before
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
     * An address that leads to a feed.
     *
     * @param path without a slash at its start
     * @param target path and query of the feed, without a slash at its start
     */
    public record OldAddress(String path, String target) {}

    /** What {@code /latest} gives. */
    public record Latest(int limit, int maxLimit) {}

    /**
     * What addresses may ask for.
     *
     * @param searchedText characters of an article
     */
    public record Selections(int maxNames, int maxText, Duration maxTime, int searchedText, int filterDepth) {}

    /**
     * Who may see how the server is doing.
     *
     * @param token a secret; empty for this machine alone
     * @param host where the operator asks without one
     * @param port of that
     */
    public record Status(String token, String host, int port) {
        @Override
        public String toString() {
            return "Status[token=" + (token.isEmpty() ? "" : "…") + ", host=" + host + ", port=" + port + "]";
        }
    }

    /**
     * What the program tells its operator.
     *
     * @param level {@code error}, {@code warn}, {@code info} or {@code debug}
     * @param format {@code text} or {@code json}
     * @param problems at most so many of one look at the folder
     * @param messageLength characters of what is said of one
     */
    public record Log(String level, String format, boolean access, int problems, int messageLength) {}

    /** What is done to bodies. */
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
