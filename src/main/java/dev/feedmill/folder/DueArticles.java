package dev.feedmill.folder;

import dev.feedmill.article.FolderPath;
import dev.feedmill.library.Library;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Publishes articles when they are due, and hides them when they expire. For one thread. */
final class DueArticles {
    private final Path root;
    private final Library library;
    private final InstantSource clock;
    private final WriteDebouncer debouncer;
    private Optional<Instant> due = Optional.empty();

    /**
     * Creates a schedule in which nothing is due yet.
     *
     * @param debouncer schedules articles that link to others which became public or stopped being so
     */
    DueArticles(Path root, Library library, InstantSource clock, WriteDebouncer debouncer) {
        this.root = root;
        this.library = library;
        this.clock = clock;
        this.debouncer = debouncer;
    }

    /** Looks up again when the next article is due or expires. */
    void reload() {
        due = library.writer().nextDue();
    }

    /** Publishes and hides articles if any are due. */
    void publishAndExpire() {
        if (due.isPresent() && !clock.instant().isBefore(due.get())) {
            long now = System.nanoTime();
            library.writer().publishAndExpire().forEach(path -> debouncer.expect(FolderPath.file(root, path), now));
            reload();
        }
    }

    /** Returns a wait in nanoseconds that ends when the next article is due, at most {@code max}. */
    long waitAtMost(long max) {
        if (due.isEmpty()) {
            return max;
        }
        long millis = Math.max(0, Duration.between(clock.instant(), due.get()).toMillis());
        return Math.min(max, millis * 1_000_000L);
    }
}
