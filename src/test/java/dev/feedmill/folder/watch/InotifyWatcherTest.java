package dev.feedmill.folder.watch;

import static dev.feedmill.library.Folder.await;
import static dev.feedmill.library.Folder.titles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.feedmill.article.FolderPath;
import dev.feedmill.folder.FolderFollower;
import dev.feedmill.folder.FollowRules;
import dev.feedmill.library.Folder;
import dev.feedmill.library.Library;
import dev.feedmill.library.LibraryTest;
import dev.feedmill.library.MutableClock;
import dev.feedmill.library.Ways;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only inotify reports. */
class InotifyWatcherTest {
    private static final Path LIMIT = Path.of("/proc/sys/fs/inotify/max_queued_events");

    @TempDir
    private Path temp;

    private Path root;
    private FolderWatcher watches;

    @BeforeEach
    void open() throws IOException {
        root = Files.createDirectory(temp.resolve("articles"));
        watches = Ways.INOTIFY.watches(root);
    }

    @AfterEach
    void close() {
        watches.close();
    }

    @Test
    void a_file_whose_writer_pauses_is_never_read_half_written() throws Exception {
        MutableClock clock = new MutableClock("2024-06-01T00:00:00Z");
        FollowRules rules = new FollowRules(Duration.ofMillis(100), Duration.ofMillis(20), Duration.ofHours(1), 1);
        List<String> seen = new CopyOnWriteArrayList<>();
        Folder folder = new Folder(root);
        try (Library library = Library.open(temp.resolve("data").toString(), clock);
                FolderFollower follower = new FolderFollower(root, Folder.reader(), library, rules, clock)) {
            library.onChange(change -> LibraryTest.all(library).entries().stream()
                    .filter(entry -> entry.article().title().equals("Slow"))
                    .forEach(entry -> seen.add(entry.article().body().stored())));
            follower.start();
            await("the first scan", () -> follower.status().firstScanDone());
            try (OutputStream out = Files.newOutputStream(root.resolve("slow.md"))) {
                out.write(Folder.text("Slow", "").getBytes(StandardCharsets.UTF_8));
                out.flush();
                folder.article("b.md", "B");
                await("another file", () -> titles(library).contains("B"));
                // Several comparisons of the whole fall into this too.
                Thread.sleep(500);
                out.write("\nThe end\n".getBytes(StandardCharsets.UTF_8));
            }
            await("the file", () -> !seen.isEmpty());
            assertThat(seen).allSatisfy(body -> assertThat(body).contains("The end"));
        }
    }

    @Test
    void a_rename_into_place_makes_a_file_complete() throws IOException, InterruptedException {
        watches.add(root);
        Path draft = Files.writeString(temp.resolve("draft"), "text");
        Path file = root.resolve("a.md");
        Files.move(draft, file);
        assertHears(Map.of(file, FileEvent.COMPLETE));

        Path next = Files.writeString(root.resolve("next"), "more");
        assertHears(Map.of(next, FileEvent.COMPLETE));
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        assertHears(Map.of(next, FileEvent.UNCLEAR, file, FileEvent.COMPLETE));
    }

    @Test
    void a_file_is_open_until_it_is_closed() throws IOException, InterruptedException {
        watches.add(root);
        Path file = root.resolve("a.md");
        try (OutputStream out = Files.newOutputStream(file)) {
            assertHears(Map.of(file, FileEvent.MADE));
            out.write(1);
            assertHears(Map.of(file, FileEvent.OPEN));
        }
        assertHears(Map.of(file, FileEvent.COMPLETE));
    }

    @Test
    void names_are_bytes() throws IOException, InterruptedException {
        Path sub = Files.createDirectories(FolderPath.child(root, new byte[] {(byte) 0xd6, (byte) 0xd0}));
        watches.add(root);
        watches.add(sub);
        Path odd = FolderPath.child(sub, new byte[] {'%', (byte) 0xff, ' ', '?', '.', 'm', 'd'});
        Path tea = FolderPath.file(root, "一泡茶.md");
        Files.writeString(odd, "x");
        Files.writeString(tea, "x");

        assertHears(Map.of(odd, FileEvent.COMPLETE, tea, FileEvent.COMPLETE));
        try (var listed = Files.list(sub)) {
            assertThat(listed).containsExactly(odd);
        }
    }

    @Test
    void a_folder_has_events_under_all_its_paths_until_it_is_moved_away() throws IOException, InterruptedException {
        Path sub = Files.createDirectory(root.resolve("sub"));
        Path link = Files.createSymbolicLink(root.resolve("link"), sub);
        List.of(root, sub, link).forEach(watches::add);
        Files.writeString(sub.resolve("a.md"), "x");
        assertHears(Map.of(sub.resolve("a.md"), FileEvent.COMPLETE, link.resolve("a.md"), FileEvent.COMPLETE));

        Path moved = Files.move(sub, root.resolve("moved"));
        assertHears(Map.of(sub, FileEvent.UNCLEAR, moved, FileEvent.UNCLEAR));
        watches.drop(link);
        watches.add(moved);
        Files.writeString(moved.resolve("b.md"), "x");
        assertHears(Map.of(moved.resolve("b.md"), FileEvent.COMPLETE));
    }

    @Test
    void a_folder_beside_one_with_a_similar_name_is_dropped_with_all_below_it()
            throws IOException, InterruptedException {
        Path below = Files.createDirectories(root.resolve("a/c"));
        Path beside = Files.createDirectories(root.resolve("a-b"));
        List.of(root, root.resolve("a"), below, beside).forEach(watches::add);
        watches.drop(root.resolve("a"));
        Files.writeString(below.resolve("x.md"), "x");
        Files.writeString(beside.resolve("y.md"), "y");

        assertHears(Map.of(beside.resolve("y.md"), FileEvent.COMPLETE));
    }

    @Test
    void events_beyond_the_queue_are_reported_as_lost() throws IOException, InterruptedException {
        int room = Integer.parseInt(Files.readAllLines(LIMIT).get(0));
        assumeThat(room).as("the queue of this machine is short enough").isLessThan(100_000);
        watches.add(root);
        for (int i = 0; i <= room / 2; i++) {
            Path file = root.resolve(i + ".md");
            Files.writeString(file, "x");
            Files.delete(file);
        }
        boolean lost = false;
        for (FolderWatcher.FileEvents polled = watches.poll(Duration.ofMinutes(2));
                !lost && !polled.events().isEmpty();
                polled = watches.poll(Duration.ZERO)) {
            lost = polled.lost();
        }
        assertThat(lost).isTrue();
    }

    @Test
    void waking_ends_a_wait() throws InterruptedException {
        Thread other = new Thread(watches::wake);
        other.start();
        assertThat(watches.poll(Duration.ofHours(1)).events()).isEmpty();
        other.join();
    }

    private void assertHears(Map<Path, FileEvent> expected) {
        Map<Path, FileEvent> events = new LinkedHashMap<>();
        await("exactly " + expected, () -> {
            try {
                watches.poll(Duration.ofMillis(10)).events().forEach(events::put);
                return events.equals(expected);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
