package dev.feedmill.folder;

import static dev.feedmill.library.Folder.await;
import static dev.feedmill.library.Folder.titles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.dialect.SiteFinder;
import dev.feedmill.dialect.config.LastValidConfigurations;
import dev.feedmill.dialect.config.PathPatterns;
import dev.feedmill.library.Folder;
import dev.feedmill.library.Library;
import dev.feedmill.library.LibraryTest;
import dev.feedmill.library.MutableClock;
import dev.feedmill.problem.Problem;
import dev.feedmill.reading.ArticleReader;
import dev.feedmill.selection.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderFollowerTest {
    private final MutableClock clock = new MutableClock("2024-06-01T00:00:00Z");

    @TempDir
    private Path temp;

    private Folder folder;
    private Library library;

    @BeforeEach
    void open() throws IOException {
        folder = new Folder(Files.createDirectories(temp.resolve("articles")));
        library = Library.open(temp.resolve("data").toString(), clock);
    }

    @AfterEach
    void close() {
        library.close();
    }

    @Test
    void a_moved_file_keeps_its_id_if_the_event_of_its_new_path_comes_first() throws Exception {
        folder.article("a.md", "A");
        scan();
        Entry before = LibraryTest.all(library).entries().get(0);
        Path to = Files.createDirectories(folder.path().resolve("sub")).resolve("b.md");
        Files.move(folder.path().resolve("a.md"), to);

        sync(to);
        sync(folder.path().resolve("a.md"));

        assertThat(LibraryTest.all(library).entries()).singleElement().satisfies(after -> {
            assertThat(after.id()).isEqualTo(before.id());
            assertThat(after.slug()).isEqualTo(before.slug());
        });
    }

    @Test
    void every_file_is_served_hidden_or_skipped() {
        folder.article("a.md", "A")
                .write("draft.md", Folder.text("B", "draft: true\n"))
                .write("later.md", "---\ntitle: C\ndate: 2025-01-01\n---\nx")
                .write("broken.md", "---\ntitle: never closed\n")
                .write("picture.png", "no article")
                .write(".hidden/x.md", "not looked at")
                .write(".also.md", "not looked at");

        FolderStatus status = scan();

        assertThat(status)
                .extracting(FolderStatus::files, FolderStatus::served, FolderStatus::hidden, FolderStatus::skipped)
                .containsExactly(4L, 1L, 2L, Set.of("broken.md"));
        assertThat(status.problems()).extracting(p -> p.location().file()).containsOnly("broken.md");
        assertThat(status.lastScanAt()).isEqualTo(clock.instant());
        assertThat(titles(library)).containsExactly("A");
    }

    @Test
    void texts_that_are_not_read_are_named_and_counted() {
        folder.article("a.md", "A")
                .write("c.rst", "C")
                .write("old/b.RST", "B")
                .write("d.ipynb", "{}")
                .write("picture.png", "no text")
                .write(".hidden/x.org", "not looked at");
        FolderStatus status = scan();
        assertThat(status.files()).isEqualTo(1);
        assertThat(status.problems())
                .extracting(Problem::toString)
                .containsExactly("c.rst: articles must be Markdown or HTML; not read here: 1 .ipynb, 2 .rst");
    }

    @Test
    void unchanged_files_are_not_opened_again() throws IOException {
        folder.article("a.md", "A");
        scan();
        // Who opens the file again says so by putting its own title back.
        library.database()
                .write(handle -> handle.execute("UPDATE article SET title = 'not read', content_digest = ''"));

        scan();
        assertThat(titles(library)).as("unchanged").containsExactly("not read");
        Folder.scan(folder.path(), library, Folder.reader(299), clock);
        assertThat(titles(library)).as("another reader").containsExactly("A");
    }

    @Test
    void a_replaced_file_of_the_same_size_and_time_is_read() throws IOException {
        folder.article("a.md", "A");
        scan();
        folder.article("a.md", "Z");
        scan();
        assertThat(titles(library)).as("over a restart").containsExactly("Z");

        follow(() -> {
            folder.article("../next.md", "N");
            folder.move("../next.md", "b.md");
            await("N", () -> titles(library).equals(List.of("N", "Z")));
            folder.article("a.md", "Y");
            await("written again", () -> titles(library).equals(List.of("N", "Y")));
        });
    }

    @Test
    void a_switched_link_to_a_folder_is_followed_at_once() throws IOException {
        new Folder(Files.createDirectories(folder.path().resolve("..one"))).article("a.md", "One");
        new Folder(Files.createDirectories(folder.path().resolve("..two"))).article("a.md", "Two");
        Path data = Files.createSymbolicLink(folder.path().resolve("..data"), Path.of("..one"));
        Files.createSymbolicLink(folder.path().resolve("a.md"), Path.of("..data/a.md"));
        follow(() -> {
            await("One", () -> titles(library).equals(List.of("One")));
            try {
                Path next = Files.createSymbolicLink(folder.path().resolve("..data_tmp"), Path.of("..two"));
                Files.move(next, data, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            await("Two", () -> titles(library).equals(List.of("Two")));
        });
    }

    @Test
    void a_moved_file_keeps_its_id_over_a_restart() {
        folder.article("a.md", "A").article("b.md", "B");
        scan();
        List<Entry> before = LibraryTest.all(library).entries();
        folder.move("a.md", "deep/er/c.md");
        folder.delete("b.md");
        FolderStatus status = scan();

        assertThat(status.files()).isEqualTo(1);
        assertThat(LibraryTest.all(library).entries())
                .isEqualTo(before.stream()
                        .filter(e -> e.article().title().equals("A"))
                        .map(e -> new Entry(
                                e.number(),
                                e.id(),
                                e.slug(),
                                e.published(),
                                e.updated(),
                                LibraryTest.all(library).entries().get(0).article()))
                        .toList());
    }

    @Test
    void a_missing_folder_or_another_empty_one_removes_nothing() throws IOException {
        folder.article("a.md", "A");
        scan();
        folder.move(".", "../old");
        FolderFollower follower = follower(quick());
        try (follower) {
            follower.start();
            await("the report", () -> !follower.status().problems().isEmpty());
            assertThat(follower.status().problems()).extracting(Problem::kind).containsOnly(Problem.Kind.UNREADABLE);
            Files.createDirectory(folder.path());
            await(
                    "another report",
                    () -> follower.status().problems().toString().contains("another one and empty"));
            assertThat(titles(library)).containsExactly("A");
            assertThat(follower.status().firstScanDone()).isFalse();
            folder.article("b.md", "B");
            await("its first article", () -> titles(library).equals(List.of("B")));
        }
    }

    @Test
    void an_emptied_folder_removes_its_articles() {
        folder.article("a.md", "A");
        scan();
        folder.delete("a.md");
        assertThat(scan().files()).isZero();
        assertThat(titles(library)).isEmpty();
    }

    @Test
    void due_articles_are_published_while_it_follows() {
        folder.write("later.md", "---\ntitle: Later\ndate: 2024-07-01\n---\nx");
        follow(() -> {
            assertThat(titles(library)).isEmpty();
            clock.set("2024-07-01T00:00:00Z");
            await("the article", () -> titles(library).equals(List.of("Later")));
        });
    }

    @Test
    void progress_is_reported_to_its_end() {
        for (int i = 0; i < 30; i++) {
            folder.article(i + ".md", "T" + i);
        }
        List<ScanProgress> steps = new CopyOnWriteArrayList<>();
        try (FolderFollower follower = follower(quick())) {
            follower.onProgress(steps::add);
            follower.start();
            await("the end", () -> follower.status().firstScanDone());
        }
        assertThat(steps).last().isEqualTo(new ScanProgress(30, 30));
    }

    /** Handles the events of one path after the other. */
    private FolderSync.Unfinished sync(Path heard) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        try {
            FileReader files = new FileReader(folder.path(), Folder.reader(), clock);
            ScanPipeline scan = new ScanPipeline(new ReadAhead(files, pool, 1), library, files::state);
            return new FolderSync(folder.path(), Folder.reader(), library, scan, Duration.ofMillis(10), clock)
                    .compare(new WriteDebouncer.Due(Set.of(heard), Set.of()));
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void before_the_first_scan_the_status_says_so() {
        try (FolderFollower follower = follower(quick())) {
            assertThat(follower.status().scanning()).isTrue();
            assertThat(follower.status().firstScanDone()).isFalse();
        }
    }

    @Test
    void a_former_article_is_removed_though_the_folder_is_never_quiet() throws Exception {
        folder.article("a.md", "A").article("b.md", "B").article("sub/c.md", "C");
        AtomicReference<ArticleReader> reader = new AtomicReference<>(without());
        ReaderSource readers = ReaderSource.of(() -> Objects.requireNonNull(reader.get()));
        FollowRules rules = new FollowRules(Duration.ofHours(1), Duration.ofMillis(50), Duration.ofMillis(300), 2);
        AtomicBoolean noisy = new AtomicBoolean(true);
        Thread noise = new Thread(() -> {
            for (int i = 0; noisy.get(); i++) {
                folder.write("noise.bin", "noise " + i);
            }
        });
        try (FolderFollower follower = new FolderFollower(folder.path(), readers, library, rules, clock)) {
            follower.start();
            await("the first scan", () -> titles(library).equals(List.of("A", "B", "C")));
            noise.start();
            reader.set(without("b.md", "sub/"));
            await("what is left", () -> titles(library).equals(List.of("A")));
        } finally {
            noisy.set(false);
            noise.join();
        }
    }

    private ArticleReader without(String... globs) {
        PathPatterns patterns = new PathPatterns(List.of(), List.of(globs));
        return Folder.reader(new SiteFinder(folder.path(), patterns, LastValidConfigurations.NONE).find("plain"));
    }

    private FolderStatus scan() {
        return Folder.scan(folder.path(), library, Folder.reader(), clock);
    }

    private static FollowRules quick() {
        return new FollowRules(Duration.ofHours(1), Duration.ofMillis(20), Duration.ofSeconds(30), 2);
    }

    private FolderFollower follower(FollowRules rules) {
        return new FolderFollower(folder.path(), Folder.reader(), library, rules, clock);
    }

    private void follow(Runnable test) {
        follow(quick(), test);
    }

    private void follow(FollowRules rules, Runnable test) {
        try (FolderFollower follower = follower(rules)) {
            follower.start();
            await("the first scan", () -> follower.status().firstScanDone());
            test.run();
        }
    }
}
