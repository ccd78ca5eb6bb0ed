package dev.feedmill.pages.part;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The server's status, for its operator.
 *
 * @param ready whether feeds are served
 */
public record StatusFacts(
        boolean ready,
        Folder folder,
        Published published,
        List<Polls> polls,
        List<Downloads> downloads,
        Push push,
        Program program,
        Cache cache,
        List<Node> nodes) {
    public StatusFacts {
        polls = List.copyOf(polls);
        downloads = List.copyOf(downloads);
        nodes = List.copyOf(nodes);
    }

    /**
     * The folder of articles.
     *
     * @param scanning whether a scan is running
     * @param lastScan null if none has ended
     */
    public record Folder(boolean scanning, @Nullable Scan lastScan, Files files, List<Fault> faults) {
        public Folder {
            faults = List.copyOf(faults);
        }
    }

    /** A scan of the folder that has ended. */
    public record Scan(Instant at, Duration took) {}

    /**
     * Numbers of files in the folder.
     *
     * @param hidden held back: drafts, unpublished and future ones
     * @param skipped cannot be served
     */
    public record Files(long served, long hidden, long skipped) {
        /** The number of all files. */
        public long all() {
            return served + hidden + skipped;
        }
    }

    /** Numbers of what is public. */
    public record Published(long articles, long feeds) {}

    /**
     * A problem in a file.
     *
     * @param kind lower case, words joined by hyphens
     * @param line 0 for the whole file
     * @param served whether the file is served in spite of it
     */
    public record Fault(String kind, String file, int line, String message, boolean served) {
        /** Whether it is in the operator's settings, which are no file of the folder. */
        public boolean isOfSettings() {
            return kind.equals("setting");
        }
    }

    /**
     * Responses of feeds with one status.
     *
     * @param status such as {@code 304}; {@code other} for the rest
     * @param total since the start
     * @param minutes in each of the last minutes, oldest first, the current minute last
     */
    public record Polls(String status, long total, List<Long> minutes) {
        public Polls {
            minutes = List.copyOf(minutes);
        }
    }

    /**
     * The running process; sizes in bytes.
     *
     * @param resident resident memory; -1 if the machine does not report it
     */
    public record Program(
            Duration uptime,
            long heapUsed,
            long heapMax,
            long resident,
            String version,
            String java,
            String database) {}

    /**
     * What is sent to those who wait for changes.
     *
     * @param streams open streams of events; null if there are none to be had
     * @param hub null if there is none
     */
    public record Push(@Nullable Integer streams, @Nullable Hub hub) {}

    /**
     * The hub.
     *
     * @param topics feeds that somebody subscribed to
     * @param intents requests that no callback has confirmed
     * @param deliveries that wait or are in progress
     */
    public record Hub(long topics, long subscriptions, long intents, long deliveries) {}

    /** Downloads of an audio or video file since the start, by its path in the folder. */
    public record Downloads(String path, long total) {}

    /**
     * One of several servers that share the library.
     *
     * @param leads whether it follows the folder
     * @param seen when it was last heard of
     * @param behind number of transactions that it did not know of then
     */
    public record Node(
            String id, String host, String address, String version, boolean leads, Instant seen, long behind) {}

    /** Number of cached documents, and their approximate size in bytes. */
    public record Cache(long documents, long bytes) {}
}
