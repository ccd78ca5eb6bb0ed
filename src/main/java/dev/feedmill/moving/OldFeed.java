package dev.feedmill.moving;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document of another publisher's feed.
 *
 * @param next URL of the document with older entries (RFC 5005 sections 3 and 4), as written; null if there is none
 */
public record OldFeed(List<OldEntry> entries, @Nullable String next) {
    public OldFeed {
        entries = List.copyOf(entries);
    }
}
