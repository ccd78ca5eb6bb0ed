package dev.feedmill.library;

import dev.feedmill.article.Article;
import dev.feedmill.problem.Parsed;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was read.
 *
 * @param digest of its bytes; empty where they could not be had
 * @param contentDigest of what a reader sees of it; empty where it was refused
 */
record Reading(String path, Stamp stamp, String digest, String contentDigest, Parsed<Article> article) {
    /** Hashes the content here, on the thread that read it. */
    Reading(String path, Stamp stamp, String digest, Parsed<Article> article) {
        this(path, stamp, digest, contentDigest(article), article);
    }

    private static String contentDigest(Parsed<Article> article) {
        return article instanceof Parsed.Read<Article> read ? ContentDigest.of(read.value()) : "";
    }

    /** As it is stored; null where the file was refused. */
    @Nullable
    String body() {
        return article instanceof Parsed.Read<Article> read
                ? read.value().body().stored()
                : null;
    }

    /** Characters of its body, near enough for its room in memory. */
    long weight() {
        String body = body();
        return body == null ? 0 : body.length();
    }
}
