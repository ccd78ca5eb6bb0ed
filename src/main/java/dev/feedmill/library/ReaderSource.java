package dev.feedmill.library;

import dev.feedmill.reading.ArticleReader;

/** Where the reader of a folder comes from: another one once the configuration of its sites says something else. */
public interface ReaderSource {
    /** The reader to use from now on; the same for as long as nothing has changed. For the follower's thread. */
    ArticleReader latest();

    /**
     * Something was heard of a file that is no article, by its path below the folder, or may have been missed.
     *
     * @param path empty where nobody knows of which
     */
    void heard(String path);

    /** Always this reader. */
    static ReaderSource of(ArticleReader reader) {
        return new ReaderSource() {
            @Override
            public ArticleReader latest() {
                return reader;
            }

            @Override
            public void heard(String path) {
                // It goes by nothing that could change.
            }
        };
    }
}
