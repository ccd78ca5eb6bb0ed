package dev.feedmill.feed;

import dev.feedmill.feed.coding.Document;
import java.util.Set;

/**
 * A rendered feed, with the data that later tells which of its entries a client has.
 *
 * @param entries fingerprints of the entries
 */
public record Rendered(Document document, Set<Long> entries) {
    public Rendered {
        entries = Set.copyOf(entries);
    }
}
