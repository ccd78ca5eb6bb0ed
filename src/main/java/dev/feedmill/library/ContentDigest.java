package dev.feedmill.library;

import dev.feedmill.article.Article;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * A hash of what a reader sees of an article, its dates aside: another one is an edit.
 *
 * <p>Two checksums of 32 bits are enough, since only two states of one article are ever compared by them, and Java
 * computes them at full speed with any of its compilers, which SHA-256 is far from.
 */
final class ContentDigest {
    private final CRC32 one = new CRC32();
    private final CRC32C other = new CRC32C();

    private ContentDigest() {}

    static String of(Article article) {
        ContentDigest digest = new ContentDigest();
        digest.add(article.title());
        digest.add(article.body().stored());
        digest.add(article.summary());
        digest.add(article.authors());
        digest.add(article.categories());
        digest.add(article.tags());
        digest.add(Objects.toString(article.image()));
        digest.add(Objects.toString(article.link()));
        digest.add(Objects.toString(article.language()));
        return HexFormat.of().toHexDigits(digest.one.getValue() << 32 | digest.other.getValue());
    }

    /** The number keeps the items from running into the next list. */
    private void add(List<?> items) {
        add(Integer.toString(items.size()));
        items.forEach(item -> add(item.toString()));
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        one.update(bytes);
        other.update(bytes);
        // No text of an article holds a NUL.
        one.update(0);
        other.update(0);
    }
}
