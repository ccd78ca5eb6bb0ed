package dev.feedmill.folder;

import dev.feedmill.problem.Problem;
import dev.feedmill.reading.ArticleReader;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Where the reader of a folder comes from: another one once the configuration of its sites says something else. */
public interface ReaderSource {
    /** The reader to use from now on; the same for as long as nothing has changed. For the follower's thread. */
    ArticleReader latest();

    /**
     * How long articles are to wait, since a configuration has changed just now and does not yet stand still; zero where none
     * has. Looks at all configurations; never is it long before it is zero once.
     */
    Duration untilSettled();

    /** Whether there are configurations that may say another day what becomes of articles. */
    boolean hasConfigurations();

    /** What is wrong with configurations now. */
    List<Problem> problems();

    /** All articles are as the reader reads them that was asked for last. */
    void taken();

    /**
     * Something was heard of a file that is no article, by its path below the folder, or may have been missed.
     *
     * @param path empty where nobody knows of which
     */
    void heard(String path);

    /** Readers that depend on no configuration, as the supplier has them. */
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
            public void taken() {
                // Nothing else follows from it.
            }

            @Override
            public void heard(String path) {
                // It goes by nothing that could change.
            }
        };
    }
}
