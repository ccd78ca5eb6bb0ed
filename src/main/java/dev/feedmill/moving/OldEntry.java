package dev.feedmill.moving;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of another publisher's feed.
 *
 * @param id what readers know it by: its id or guid, else its link, else its title
 * @param link empty where it names none
 * @param title plain text, may be empty
 * @param published null where it names no date that can be read
 */
public record OldEntry(
        String id, String link, String title, @Nullable Instant published) {
    /** One of which any text may be empty, the id too. */
    static OldEntry of(String id, String link, String title, @Nullable Instant published) {
        return new OldEntry(!id.isEmpty() ? id : link.isEmpty() ? title : link, link, title, published);
    }
}
