package dev.feedmill.library.identity;

import dev.feedmill.article.Article;
import dev.feedmill.article.Checksum;
import dev.feedmill.article.Recording;
import java.util.List;
import java.util.Objects;

/** A checksum of an article's visible content without its dates: a different checksum means an edit. */
final class ContentDigest {
    private final Checksum sum = new Checksum();

    private ContentDigest() {}

    static String of(Article article) {
        ContentDigest digest = new ContentDigest();
        digest.sum.add(article.title());
        digest.sum.add(article.body().stored());
        digest.sum.add(article.summary());
        digest.add(article.authors());
        digest.add(article.categories());
        digest.add(article.tags());
        digest.sum.add(Objects.toString(article.image()));
        digest.sum.add(Objects.toString(article.link()));
        digest.sum.add(Objects.toString(article.language()));
        if (!article.recording().equals(Recording.NONE)) {
            digest.sum.add(article.recording().toString());
        }
        return digest.sum.hex();
    }

    /** The count separates the items from the next list. */
    private void add(List<?> items) {
        sum.add(Integer.toString(items.size()));
        items.forEach(item -> sum.add(item.toString()));
    }
}
