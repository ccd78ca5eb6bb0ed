package dev.feedmill.moving;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of another publisher's feed.
 *
 * @param id by which feed readers identify it: its id or guid, else its link, else its title
 * @param link empty if there is none
 * @param title plain text, may be empty
 * @param published null if there is no valid date
 */
public record OldEntry(
        String id, String link, String title, @Nullable Instant published) {
    /** Creates an entry; any text may be empty, even the id. */
    static OldEntry of(String id, String link, String title, @Nullable Instant published) {
        return new OldEntry(!id.isEmpty() ? id : link.isEmpty() ? title : link, link, title, published);
    }
}
