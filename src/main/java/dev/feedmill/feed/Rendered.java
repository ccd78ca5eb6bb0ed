package dev.feedmill.feed;

import dev.feedmill.feed.coding.Document;
import java.util.Set;

/**
 * A feed's document with what tells later which of its entries a reader has seen.
 *
 * @param entries a fingerprint of each entry that the feed was made of
 */
public record Rendered(Document document, Set<Long> entries) {
    public Rendered {
        entries = Set.copyOf(entries);
    }
}
