package dev.feedmill.folder;

import dev.feedmill.problem.Problem;
import dev.feedmill.reading.ArticleReader;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Supplies the reader of a folder, which changes with the configurations of its sites. */
public interface ReaderSource {
    /** The current reader; the same object while no configuration changes. Call it on the follower's thread. */
    ArticleReader latest();

    /**
     * How long articles must wait because a configuration has just changed and is not yet settled; zero if none has.
     * Checks all configurations. Returns zero again within bounded time.
     */
    Duration untilSettled();

    /** Whether there are configurations whose changes can affect articles. */
    boolean hasConfigurations();

    /** Current problems of configurations. */
    List<Problem> problems();

    /** Reports that all articles have been read with the latest reader. */
    void applied();

    /**
     * Reports an event of a file that is no article, or events that may have been lost.
     *
     * @param path below the folder; empty if unknown
     */
    void onEvent(String path);

    /** A source of readers that depend on no configuration. */
    static ReaderSource of(Supplier<ArticleReader> reader) {
        return new ReaderSource() {
            @Override
            public ArticleReader latest() {
                return reader.get();
            }

            @Override
            public Duration untilSettled() {
                return Duration.ZERO;
            }

            @Override
            public boolean hasConfigurations() {
                return false;
            }

            @Override
            public List<Problem> problems() {
                return List.of();
            }

            @Override
            public void applied() {
                // No other state depends on it.
            }

            @Override
            public void onEvent(String path) {
                // No configuration can change.
            }
        };
    }
}
