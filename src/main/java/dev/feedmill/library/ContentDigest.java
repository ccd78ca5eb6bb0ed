package dev.feedmill.library;

import dev.feedmill.article.Article;
import java.util.List;
import java.util.Objects;

/** A hash of what a reader sees of an article, its dates aside: another one is an edit. */
final class ContentDigest {
    private ContentDigest() {}

    static String of(Article article) {
        return Hashes.hex(Packed.texts(List.of(
                article.title(),
                article.body().stored(),
                article.summary(),
                // Their own ends would be taken for control characters; quotes keep the items apart.
                quoted(article.authors()),
                quoted(article.categories()),
                quoted(article.tags()),
                Objects.toString(article.image()),
                Objects.toString(article.link()),
                Objects.toString(article.language()))));
    }

    private static String quoted(List<?> items) {
        StringBuilder out = new StringBuilder();
        for (Object item : items) {
            String text = item.toString();
            out.append(text.length()).append(':').append(text);
        }
        return out.toString();
    }
}
