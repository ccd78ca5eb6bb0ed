package dev.feedmill.http.status;

import dev.feedmill.folder.FolderFollower;
import dev.feedmill.folder.FolderStatus;
import dev.feedmill.http.message.FeedCounts;
import dev.feedmill.library.Library;
import dev.feedmill.library.node.Node;
import dev.feedmill.pages.part.StatusFacts;
import dev.feedmill.problem.PrintableText;
import dev.feedmill.problem.Problem;
import dev.feedmill.push.hub.HubCounts;
import dev.feedmill.selection.Term;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects the server's status. */
public final class StatusReport {
    private static final Logger LOG = LoggerFactory.getLogger(StatusReport.class);
    private static final Path PROCESS = Path.of("/proc/self/status");

    private final Library library;
    private final FolderFollower follower;
    private final StartupGate startupGate;
    private final ResponseCounts counts;
    private final CountHistory history;
    private final String version;
    private volatile List<Problem> settings = List.of();
    private volatile Supplier<@Nullable HubCounts> hub = () -> null;
    private volatile Supplier<List<Node>> nodes = List::of;

    /** @param version version of Feedmill */
    public StatusReport(
            Library library,
            FolderFollower follower,
            StartupGate startupGate,
            ResponseCounts counts,
            CountHistory history,
            String version) {
        this.library = library;
        this.follower = follower;
        this.startupGate = startupGate;
        this.counts = counts;
        this.history = history;
        this.version = version;
    }

    /** Reports the problems of the settings, in place of those reported before. */
    public void reportSettings(List<Problem> problems) {
        settings = List.copyOf(problems);
    }

    /** Reports what a hub has to do from now on. */
    public void reportHub(Supplier<@Nullable HubCounts> counted) {
        hub = counted;
    }

    /** Reports the servers that share the library from now on. */
    public void reportNodes(Supplier<List<Node>> others) {
        nodes = others;
    }

    boolean isReady() {
        try {
            return startupGate.isReady();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    ResponseCounts counts() {
        return counts;
    }

    /**
     * The status now.
     *
     * @param cache size of the document cache
     * @param streams open streams of events; null if there are none to be had
     */
    StatusFacts facts(StatusFacts.Cache cache, @Nullable Integer streams) {
        FolderStatus status = follower.status().with(settings);
        return new StatusFacts(
                isReady(),
                folder(status),
                new StatusFacts.Published(
                        library.terms().countArticles(Term.EVERYTHING),
                        library.terms().countFeeds()),
                polls(),
                counts.downloads().totals().entrySet().stream()
                        .map(one -> new StatusFacts.Downloads(one.getKey(), one.getValue()))
                        .toList(),
                new StatusFacts.Push(streams, hub()),
                process(),
                cache,
                nodes.get().stream()
                        .map(node -> new StatusFacts.Node(
                                node.id(),
                                node.host(),
                                node.address(),
                                node.version(),
                                node.isLeader(),
                                node.seen(),
                                node.behind()))
                        .toList());
    }

    private StatusFacts.@Nullable Hub hub() {
        HubCounts counted = hub.get();
        return counted == null
                ? null
                : new StatusFacts.Hub(
                        counted.topics(), counted.subscriptions(), counted.intents(), counted.deliveries());
    }

    private static StatusFacts.Folder folder(FolderStatus status) {
        Instant at = status.lastScanAt();
        Duration took = status.lastScanTook();
        return new StatusFacts.Folder(
                status.scanning(),
                at == null || took == null ? null : new StatusFacts.Scan(at, took),
                new StatusFacts.Files(
                        status.served(), status.hidden(), status.skipped().size()),
                status.problems().stream()
                        .map(problem -> new StatusFacts.Fault(
                                problem.kind().label(),
                                PrintableText.line(problem.location().file()),
                                problem.location().line(),
                                problem.message(),
                                !status.skipped().contains(problem.location().file())))
                        .toList());
    }

    private List<StatusFacts.Polls> polls() {
        long[] totals = counts.allFeeds();
        List<StatusFacts.Polls> polls = new ArrayList<>();
        for (int i = 0; i < totals.length; i++) {
            polls.add(new StatusFacts.Polls(name(i), totals[i], history.minutes(i)));
        }
        return polls;
    }

    /** The name of the status at an index in {@link FeedCounts#sums}. */
    static String name(int place) {
        return place < FeedCounts.STATUSES.size()
                ? FeedCounts.STATUSES.get(place).toString()
                : "other";
    }

    private StatusFacts.Program process() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return new StatusFacts.Program(
                Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime()),
                heap.getUsed(),
                heap.getMax(),
                resident(),
                version,
                Runtime.version().toString(),
                library.databaseVersion());
    }

    /** The resident memory in bytes; -1 if the machine does not report it. */
    private static long resident() {
        try {
            return Files.isReadable(PROCESS)
                    ? Files.readAllLines(PROCESS).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                            .findFirst()
                            .orElse(-1)
                    : -1;
        } catch (IOException e) {
            LOG.debug("the machine does not tell how much memory is used", e);
            return -1;
        }
    }
}
