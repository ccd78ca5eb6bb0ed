package dev.feedmill.history;

import dev.feedmill.history.FeedDocument.Entry;
import dev.feedmill.history.Reader.Copy;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks at everything that a reader can see, once the server has seen everything that is in the folder. */
final class Looks {
    /** Entries of a feed, and articles of a page of its archive. */
    static final int WINDOW = 8;
    /** The default of {@code feeds.deletions}. */
    private static final int MAX_DELETIONS = 50;

    private static final String ALL = "/latest?limit=100";
    private static final List<String> FEEDS = List.of("/feed.rss", "/feed.atom", "/feed.json");
    /** Milliseconds. Each request takes processor time that the server needs to read the folder. */
    private static final long PAUSE = 25;

    private static final long TIMEOUT_NANOS = 60_000_000_000L;

    private final Server server;
    private final Disk disk;
    private final Reader reader;
    private final Memory memory = new Memory();
    private int mark;
    private int looks;
    private final Set<String> seen = new HashSet<>();

    Looks(Server server, Disk disk) {
        this.server = server;
        this.disk = disk;
        this.reader = new Reader(server);
    }

    /** A server that was killed may have lost which tags and dates it gave. */
    void isKilled() {
        reader.isKilled();
    }

    /**
     * Takes the mark away, and sets another one. It is a draft without a date, which the status names. Nothing takes longer
     * to be seen than that a file is gone, so once this is seen, so is what was done before.
     */
    void mark() throws IOException {
        mark++;
        disk.put(name(mark), "---\ntitle: Mark " + mark + "\ndraft: true\n---\n\nNothing but mark " + mark + ".\n");
        if (mark > 1) {
            disk.delete(name(mark - 1));
        }
    }

    private static String name(int mark) {
        return "mark-" + mark + ".md";
    }

    /** Waits until the server has seen all that was done; a copy, which may be half of a move, takes it twice as long. */
    void awaitAll() throws IOException, InterruptedException {
        awaitMark();
        mark();
        awaitMark();
    }

    private void awaitMark() throws IOException, InterruptedException {
        long start = System.nanoTime();
        String status = server.status();
        while (!status.contains("\"" + name(mark) + "\"") || status.contains("\"" + name(mark - 1) + "\"")) {
            waitOn(start, () -> "the server does not see what is done to the folder");
            status = server.status();
        }
    }

    /**
     * Looks, and tells which of the models holds.
     *
     * @param changed birds of which something was written since the last look
     */
    Model look(List<Model> possible, Set<String> changed) throws IOException, InterruptedException {
        awaitAll();
        Copy all = awaitTexts(possible.get(0));
        Instant now = Choice.horizon();
        List<String> faults = new ArrayList<>();
        for (Model model : possible) {
            List<Tracked> shown = model.shown(now);
            String fault = memory.fault(shown, all.feed().entries());
            if (fault == null) {
                memory.learn(shown, all.feed().entries(), changed);
                readFeeds(all);
                return model;
            }
            faults.add(fault);
        }
        Promise.ONE_ID_FOR_EVER.expect("ids", false, "those of before", faults.get(0));
        return possible.get(0);
    }

    private Copy awaitTexts(Model model) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (true) {
            FeedDocument all = FeedDocument.of(ALL, server.get(ALL).body());
            Instant now = Instant.now();
            for (Entry entry : all.entries()) {
                if (entry.published().isAfter(now)) {
                    throw new AssertionError("'" + entry.title() + "' is shown before " + entry.published());
                }
            }
            List<Tracked> shown = model.shown(Choice.horizon());
            if (Memory.areTexts(shown, all.entries())) {
                return reader.poll(ALL);
            }
            waitOn(
                    start,
                    () -> "shown must be\n    "
                            + lines(shown.stream()
                                    .map(article -> Memory.key(article.post()))
                                    .toList())
                            + "\n  not\n    "
                            + lines(all.entries().stream().map(Memory::key).toList()));
        }
    }

    private static String lines(List<String> texts) {
        return String.join("\n    ", texts.stream().sorted().toList());
    }

    private void readFeeds(Copy all) throws IOException, InterruptedException {
        List<Entry> entries = all.feed().apartFromFormat();
        List<Entry> newest = entries.subList(0, Math.min(WINDOW, entries.size()));
        boolean thorough = looks++ % 5 == 0;
        for (String path : FEEDS) {
            Copy feed = reader.poll(path);
            expect(path, newest, feed.feed().apartFromFormat());
            reader.takeDeltas(feed);
            if (path.endsWith(".atom")) {
                expectDeletions(feed, entries);
            }
            if (thorough) {
                Map<String, Entry> archived = reader.walk(feed);
                List<String> missing = entries.stream()
                        .map(Entry::id)
                        .filter(id -> !archived.containsKey(id))
                        .toList();
                Promise.ARCHIVE_IS_EVERYTHING.expect(
                        path,
                        missing.isEmpty() && archived.size() == entries.size(),
                        entries.size() + " articles",
                        archived.size() + ", without " + missing);
            }
        }
    }

    /** Each entry that was ever seen and is there no more is named, and none that is there. */
    private void expectDeletions(Copy feed, List<Entry> entries) {
        Set<String> present = entries.stream().map(Entry::id).collect(Collectors.toSet());
        Map<String, String> deleted = feed.feed().deleted();
        List<String> missing = seen.stream()
                .filter(id -> !present.contains(id) && !deleted.containsKey(id))
                .toList();
        Promise.DELETIONS_ARE_NAMED.expect(
                feed.path(),
                missing.isEmpty() || deleted.size() == MAX_DELETIONS,
                "all that is gone to be named",
                "no word of " + missing);
        List<String> wrong = deleted.keySet().stream().filter(present::contains).toList();
        Promise.DELETIONS_ARE_NAMED.expect(feed.path(), wrong.isEmpty(), "none that is there", wrong.toString());
        seen.addAll(present);
    }

    private static void expect(String path, List<Entry> expected, List<Entry> seen) {
        Promise.FORMATS_TELL_ALIKE.expect(
                path,
                expected.equals(seen),
                "as /latest tells,\n    "
                        + lines(expected.stream().map(Entry::toString).toList()),
                "\n    " + lines(seen.stream().map(Entry::toString).toList()));
    }

    private static void waitOn(long start, Supplier<@Nullable String> complaint) throws InterruptedException {
        if (System.nanoTime() - start > TIMEOUT_NANOS) {
            throw new AssertionError(complaint.get());
        }
        Thread.sleep(PAUSE);
    }
}
