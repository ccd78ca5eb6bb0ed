package dev.feedmill.library;

import static dev.feedmill.library.Folder.await;
import static dev.feedmill.library.Folder.titles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.folder.FolderFollower;
import dev.feedmill.folder.FollowFailures;
import dev.feedmill.folder.FollowRules;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A folder that changes while it is followed, with each kind of watcher. */
@ParameterizedClass
@EnumSource
class ChangingFolderTest {
    private final MutableClock clock = new MutableClock("2024-06-01T00:00:00Z");

    @Parameter
    private Ways way = Ways.PORTABLE;

    @TempDir
    private Path temp;

    private Folder folder;
    private Library library;

    @BeforeEach
    void open() throws IOException {
        folder = new Folder(Files.createDirectories(temp.resolve("articles")));
        way.watches(folder.path()).close();
        library = Library.open(temp.resolve("data").toString(), clock);
    }

    @AfterEach
    void close() {
        library.close();
    }

    @Test
    void changes_are_seen_while_it_follows() {
        folder.article("a.md", "A").article("sub/b.md", "B");
        follow(() -> {
            folder.write("a.md", Folder.text("A2", ""));
            await("a change", () -> titles(library).equals(List.of("A2", "B")));
            folder.article("new/er/c.md", "C");
            await("a file in a new folder", () -> titles(library).equals(List.of("A2", "B", "C")));
            folder.delete("a.md");
            await("a removal", () -> titles(library).equals(List.of("B", "C")));
            String id = LibraryTest.all(library).entries().get(0).id().uri();
            folder.move("sub", "moved");
            await(
                    "a moved folder",
                    () -> LibraryTest.rows(library, "moved/b.md").size() == 1
                            && LibraryTest.rows(library, "sub/b.md").isEmpty());
            assertThat(titles(library)).containsExactly("B", "C");
            assertThat(LibraryTest.all(library).entries().get(0).id().uri()).isEqualTo(id);
            folder.write("moved/b.md", Folder.text("B2", ""));
            await("a change in the moved folder", () -> titles(library).equals(List.of("B2", "C")));
            folder.move("moved", "../outside");
            await("a folder that left", () -> titles(library).equals(List.of("C")));
        });
    }

    @Test
    void a_growing_file_is_not_read_until_it_settles() {
        List<Long> seen = new CopyOnWriteArrayList<>();
        library.onChange(change -> seen.add(LibraryTest.all(library).entries().stream()
                .mapToLong(e -> e.article().body().stored().length())
                .sum()));
        FollowRules patient = new FollowRules(Duration.ofHours(1), Duration.ofMillis(1500), Duration.ofSeconds(30), 1);
        follow(patient, () -> {
            try (OutputStream out = Files.newOutputStream(folder.path().resolve("a.md"))) {
                out.write(Folder.text("A", "").getBytes(StandardCharsets.UTF_8));
                for (int i = 0; i < 20; i++) {
                    out.write("more and more words\n".getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    Thread.sleep(50);
                }
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
            await("the whole file", () -> !seen.isEmpty());
            assertThat(seen.get(0)).isGreaterThan(400);
        });
    }

    @Test
    void a_replaced_folder_is_scanned() {
        folder.article("a.md", "A");
        follow(() -> {
            new Folder(temp.resolve("next")).article("b.md", "B").article("c.md", "C");
            folder.move(".", "../old");
            folder.move("../next", "../articles");
            await("the new folder's articles", () -> titles(library).equals(List.of("B", "C")));
            folder.article("d.md", "D");
            await("a file in the new folder", () -> titles(library).equals(List.of("B", "C", "D")));
        });
    }

    @Test
    void the_periodic_scan_finds_changes_without_events() throws IOException {
        folder.article("a.md", "A");
        Path outside = Files.createDirectories(temp.resolve("outside"));
        new Folder(outside).article("b.md", "B");
        Files.createSymbolicLink(folder.path().resolve("link.md"), outside.resolve("b.md"));
        Files.createSymbolicLink(folder.path().resolve("circle"), folder.path());
        follow(new FollowRules(Duration.ofMillis(100), Duration.ofMillis(20), Duration.ofSeconds(30), 1), () -> {
            assertThat(titles(library)).containsExactly("A", "B");
            new Folder(outside).write("b.md", Folder.text("Bee", ""));
            await("the change behind the link", () -> titles(library).equals(List.of("A", "Bee")));
        });
    }

    private void follow(Runnable test) {
        follow(new FollowRules(Duration.ofHours(1), Duration.ofMillis(20), Duration.ofSeconds(30), 2), test);
    }

    private void follow(FollowRules rules, Runnable test) {
        try (FolderFollower follower = new FolderFollower(
                folder.path(), Folder.reader(), library, rules, clock, way::watches, new FollowFailures())) {
            follower.start();
            await("the first scan", () -> follower.status().firstScanDone());
            test.run();
        }
    }
}
