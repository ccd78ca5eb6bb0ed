package dev.feedmill.library;

import dev.feedmill.article.Article;
import dev.feedmill.problem.Parsed;

/**
 * A file as it was read.
 *
 * @param digest of its bytes; empty where they could not be had
 */
record Reading(String path, Stamp stamp, String digest, Parsed<Article> article) {
    /** Characters of its body, near enough for its room in memory. */
    long weight() {
        return article instanceof Parsed.Read<Article> read
                ? read.value().body().stored().length()
                : 0;
    }
}
