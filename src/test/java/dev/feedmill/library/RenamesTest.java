package dev.feedmill.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.folder.FolderFollower;
import dev.feedmill.folder.FollowRules;
import dev.feedmill.selection.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers poll without pause while files are renamed in every possible way. */
class RenamesTest {
    private static final int ARTICLES = 20;
    private static final int RENAMES = 1_000;

    private final MutableClock clock = new MutableClock("2024-06-01T00:00:00Z");

    @TempDir
    private Path temp;

    @Test
    void each_article_is_shown_exactly_once_at_every_look() throws Exception {
        Folder folder = new Folder(Files.createDirectories(temp.resolve("articles")));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < ARTICLES; i++) {
            folder.article(i + ".md", "T" + i);
            names.add(i + ".md");
        }
        // So long that what is missing outlasts any pause of this machine.
        FollowRules rules = new FollowRules(Duration.ofHours(1), Duration.ofSeconds(5), Duration.ofMinutes(5), 2);
        try (Library library = Library.open(temp.resolve("data").toString(), clock);
                FolderFollower follower = new FolderFollower(folder.path(), Folder.reader(), library, rules, clock)) {
            follower.start();
            Folder.await("the first scan", () -> follower.status().firstScanDone());
            Map<String, String> ids = shown(library);
            assertThat(ids).hasSize(ARTICLES);

            Queue<Map<String, String>> wrong = new ConcurrentLinkedQueue<>();
            AtomicBoolean done = new AtomicBoolean();
            Thread poller = new Thread(() -> {
                while (!done.get()) {
                    Map<String, String> now = shown(library);
                    if (!now.equals(ids)) {
                        wrong.add(now);
                        return;
                    }
                }
            });
            poller.start();
            Random random = new Random(7);
            for (int i = 0; i < RENAMES; i++) {
                int which = random.nextInt(ARTICLES);
                String to = "to-" + i + ".md";
                rename(folder, random.nextInt(4), names.get(which), to);
                names.set(which, to);
            }
            Folder.await(
                    "the last of the renames",
                    () -> LibraryTest.rows(library, names.toArray(String[]::new))
                                    .size()
                            == ARTICLES);
            done.set(true);
            poller.join();
            assertThat(wrong).isEmpty();
            assertThat(shown(library)).isEqualTo(ids);
        }
    }

    private static void rename(Folder folder, int how, String from, String to) throws IOException {
        Path old = folder.path().resolve(from);
        Path now = folder.path().resolve(to);
        switch (how) {
            case 0 -> Files.move(old, now);
            case 1 -> {
                Files.copy(old, now);
                Files.delete(old);
            }
            case 2 -> {
                byte[] bytes = Files.readAllBytes(old);
                Files.delete(old);
                Files.write(now, bytes);
            }
            default -> {
                Path hidden = folder.path().resolve("." + to);
                Files.copy(old, hidden);
                Files.move(hidden, now, StandardCopyOption.ATOMIC_MOVE);
                Files.delete(old);
            }
        }
    }

    /** Ids by title; a title that occurs twice is marked as such. */
    private static Map<String, String> shown(Library library) {
        return LibraryTest.all(library, 1_000).entries().stream()
                .collect(Collectors.toMap(
                        entry -> entry.article().title(),
                        (Entry entry) -> entry.id().uri(),
                        (one, other) -> one + " and " + other,
                        TreeMap::new));
    }
}
