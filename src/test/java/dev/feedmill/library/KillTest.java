package dev.feedmill.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.console.ChildOutput;
import dev.feedmill.folder.FolderFollower;
import dev.feedmill.folder.FollowRules;
import dev.feedmill.selection.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed leaves a library that the next process completes. */
class KillTest {
    private static final int FILES = 3_000;

    private final MutableClock clock = new MutableClock("2024-06-01T00:00:00Z");

    @TempDir
    private Path temp;

    @Test
    void a_killed_first_scan_is_completed_to_the_same_library() throws Exception {
        Folder folder = new Folder(Files.createDirectories(temp.resolve("articles")));
        for (int i = 0; i < FILES; i++) {
            folder.write("%05d.md".formatted(i), Folder.text("T" + i, "tags: [x" + i % 7 + ", y]\n"));
        }
        Path data = temp.resolve("killed");
        Process other = start(folder.path(), data);
        try {
            Folder.await("the first stored files", () -> !other.isAlive() || stored(data) > 0);
        } finally {
            other.destroyForcibly();
        }
        assertThat(other.waitFor(120, TimeUnit.SECONDS)).isTrue();

        try (Library killed = Library.open(data.toString(), clock);
                Library whole = Library.open(temp.resolve("whole").toString(), clock)) {
            assertThat(killed.files().snapshot().files()).isBetween(1L, FILES - 1L);
            assertListed(killed);
            Folder.scan(folder.path(), killed, Folder.reader(), clock);
            Folder.scan(folder.path(), whole, Folder.reader(), clock);
            assertThat(killed.terms().listed()).isEqualTo(whole.terms().listed());
            killed.terms()
                    .listed()
                    .forEach(listing -> assertThat(killed.page(Selection.newest(listing.term(), 50)))
                            .isEqualTo(whole.page(Selection.newest(listing.term(), 50))));
            assertListed(killed);
        }
    }

    /** The stored counts agree with the articles. */
    private static void assertListed(Library library) {
        library.terms()
                .listed()
                .forEach(listing -> assertThat(library.page(Selection.newest(listing.term(), FILES))
                                .entries())
                        .hasSize((int) listing.articles()));
    }

    private long stored(Path data) {
        if (!Files.exists(Databases.file(data.toString()))) {
            return 0;
        }
        try (Library library = Library.open(data.toString(), clock)) {
            return library.files().snapshot().files();
        }
    }

    private static Process start(Path folder, Path data) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Follower.class.getName(),
                        folder.toString(),
                        data.toString()))
                .redirectOutput(ChildOutput.redirect())
                .redirectError(ChildOutput.redirect())
                .start();
    }

    /** What the other process does. */
    static final class Follower {
        private Follower() {}

        public static void main(String[] args) throws InterruptedException {
            // The clock is that of the test, so that what is completed later can be compared.
            InstantSource clock = new MutableClock("2024-06-01T00:00:00Z");
            FollowRules rules = new FollowRules(Duration.ofHours(1), Duration.ofMillis(20), Duration.ofSeconds(30), 1);
            try (Library library = Library.open(args[1], clock)) {
                // Goes on slowly, so that there is time to be killed.
                library.onChange(change -> {
                    try {
                        Thread.sleep(500);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
                try (FolderFollower follower =
                        new FolderFollower(Path.of(args[0]), Folder.reader(), library, rules, clock)) {
                    follower.start();
                    follower.awaitFirstScan(Duration.ofMinutes(5));
                }
            }
        }
    }
}
