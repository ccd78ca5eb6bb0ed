package dev.feedmill.library;

import static dev.feedmill.library.Folder.await;
import static dev.feedmill.library.Folder.titles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feedmill.folder.FolderFollower;
import dev.feedmill.folder.FollowFailures;
import dev.feedmill.folder.FollowRules;
import dev.feedmill.folder.watch.FolderWatcher;
import dev.feedmill.library.sql.LibraryUnavailableException;
import dev.feedmill.library.sql.Sqlite;
import dev.feedmill.library.sql.Trouble;
import dev.feedmill.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The follower recovers from failures by itself. */
class FollowerFailuresTest {
    private static final FollowRules RULES =
            new FollowRules(Duration.ofHours(1), Duration.ofMillis(20), Duration.ofSeconds(30), 2);

    @TempDir
    private Path temp;

    private Folder folder;

    @BeforeEach
    void make() throws Exception {
        folder = new Folder(Files.createDirectories(temp.resolve("articles"))).article("a.md", "A");
    }

    @Test
    void a_follower_that_cannot_create_threads_or_watches_starts_again() {
        AtomicInteger failures = new AtomicInteger(2);
        Function<Path, FolderWatcher> ways = root -> {
            if (failures.getAndDecrement() > 0) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            return FolderWatcher.of(root);
        };
        InstantSource clock = new MutableClock("2024-06-01T00:00:00Z");
        try (Library library = Library.open(temp.resolve("data").toString(), clock);
                FolderFollower follower = new FolderFollower(
                        folder.path(), Folder.reader(), library, RULES, clock, ways, new FollowFailures())) {
            follower.start();
            await(
                    "problem",
                    () -> follower.status().problems().stream()
                            .map(Problem::message)
                            .anyMatch(message -> message.contains("too little memory, or too few threads")));
            await("A", () -> titles(library).contains("A"));
            await("no problem", () -> follower.status().problems().isEmpty());
        }
    }

    @Test
    void a_follower_that_can_never_start_says_so_and_ends() {
        Function<Path, FolderWatcher> ways = root -> {
            throw new OutOfMemoryError("unable to create native thread");
        };
        InstantSource clock = new MutableClock("2024-06-01T00:00:00Z");
        FollowFailures failures = new FollowFailures(Duration.ofMillis(1));
        try (Library library = Library.open(temp.resolve("data").toString(), clock);
                FolderFollower follower =
                        new FolderFollower(folder.path(), Folder.reader(), library, RULES, clock, ways, failures)) {
            follower.start();
            assertThat(follower.ended().toCompletableFuture())
                    .succeedsWithin(Duration.ofMinutes(1))
                    .asString()
                    .startsWith("the folder cannot be followed: there is too little memory, or too few threads");
        }
    }

    @Test
    void later_failures_and_those_of_the_library_are_retried() {
        FollowFailures library = new FollowFailures();
        FollowFailures later = new FollowFailures();
        later.recordSuccess();
        FollowFailures never = new FollowFailures();
        for (int i = 0; i < 100; i++) {
            library.recordFailure(new LibraryUnavailableException(Trouble.DISK_FULL.message()));
            later.recordFailure(new OutOfMemoryError("Java heap space"));
            never.recordFailure(new OutOfMemoryError("Java heap space"));
        }
        assertThat(library.isHopeless()).isFalse();
        assertThat(later.isHopeless()).isFalse();
        assertThat(never.isHopeless()).isTrue();
    }

    @Test
    void a_reading_connection_creates_no_file() throws Exception {
        Path file = temp.resolve("gone.db");
        DataSource readers = new Sqlite("jdbc:sqlite:" + file).pool(false).getDataSource();
        assertThatThrownBy(readers::getConnection).isInstanceOf(SQLException.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void an_out_of_memory_error_does_not_end_the_follower() {
        AtomicInteger armed = new AtomicInteger();
        InstantSource clock = () -> {
            if (armed.get() > 0 && armed.getAndDecrement() > 0) {
                throw new OutOfMemoryError("Java heap space");
            }
            return Instant.parse("2024-06-01T00:00:00Z");
        };
        try (Library library = Library.open(temp.resolve("data").toString(), clock);
                FolderFollower follower = new FolderFollower(folder.path(), Folder.reader(), library, RULES, clock)) {
            follower.start();
            await("A", () -> titles(library).contains("A"));
            armed.set(1);
            folder.article("b.md", "B");
            await("failure", () -> armed.get() == 0);
            await("B", () -> titles(library).contains("B"));
            folder.article("c.md", "C");
            await("C", () -> titles(library).contains("C"));
        }
    }

    @Test
    void a_hanging_follower_is_distinguished_from_an_idle_one() throws Exception {
        InstantSource clock = new MutableClock("2024-06-01T00:00:00Z");
        CountDownLatch hanging = new CountDownLatch(1);
        Duration most = Duration.ofSeconds(3);
        try (Library library = Library.open(temp.resolve("data").toString(), clock);
                FolderFollower follower = new FolderFollower(folder.path(), Folder.reader(), library, RULES, clock)) {
            follower.start();
            assertThat(follower.awaitFirstScan(Duration.ofSeconds(60))).isTrue();
            library.onChange(change -> {
                try {
                    hanging.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            folder.article("b.md", "B");
            await("hangs", () -> follower.sinceLastTurn().compareTo(most) > 0);
            hanging.countDown();
            await("turns", () -> follower.sinceLastTurn().compareTo(most) < 0);
        }
    }

    @Test
    void a_library_whose_file_was_deleted_is_a_problem() throws Exception {
        InstantSource clock = new MutableClock("2024-06-01T00:00:00Z");
        try (Library library = Library.open(temp.resolve("data").toString(), clock);
                FolderFollower follower = new FolderFollower(folder.path(), Folder.reader(), library, RULES, clock)) {
            follower.start();
            await("A", () -> titles(library).contains("A"));
            assertThat(library.outageReason()).isNull();
            Path file = temp.resolve("data/feedmill.db");
            Files.move(file, temp.resolve("data/aside.db"));
            await(
                    "problem",
                    () -> follower.status().problems().stream()
                            .map(Problem::message)
                            .anyMatch(message -> message.contains("the file of the library was deleted")));
            assertThat(library.outageReason()).contains("the file of the library was deleted");
            Files.move(temp.resolve("data/aside.db"), file);
            await("no problem", () -> follower.status().problems().isEmpty());
        }
    }

    @Test
    void a_full_disk_is_a_problem_until_there_is_room_again() {
        InstantSource clock = new MutableClock("2024-06-01T00:00:00Z");
        Path file = temp.resolve("small.db");
        // So small that the tables fit in, and few articles.
        String small = "jdbc:sqlite:" + file + "?max_page_count=120";
        try (Library library = Library.open(small, clock);
                FolderFollower follower = new FolderFollower(folder.path(), Folder.reader(), library, RULES, clock)) {
            follower.start();
            await("A", () -> titles(library).contains("A"));
            folder.write("large.md", Folder.text("Large", "") + "word ".repeat(100_000));
            await(
                    "problem",
                    () -> follower.status().problems().stream()
                            .map(Problem::message)
                            .anyMatch(message -> message.contains("the disk of the library is full")));
            assertThat(titles(library)).containsExactly("A");
            folder.delete("large.md");
            folder.article("b.md", "B");
            await("B", () -> titles(library).contains("B"));
            await("no problem", () -> follower.status().problems().isEmpty());
        }
    }
}
