package dev.feedmill.feed.item;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a document says of itself beside its entries; every address absolute.
 *
 * @param updated when it last changed; {@link #LONG_AGO} where that is unknown, or earlier
 * @param self of this very document
 * @param current of the feed that it is an archive page of (RFC 5005 section 4); null for the feed itself
 * @param older of the archive page to go on with; null at the end
 * @param newer of the archive page that follows; null where none does
 * @param next of the document with the entries behind these (RFC 5005 section 3); null where there is none
 * @param complete whether every entry of the feed is in it (RFC 5005 section 2)
 */
public record FeedHead(
        FeedDescriptor subject,
        Instant updated,
        String self,
        @Nullable String current,
        @Nullable String older,
        @Nullable String newer,
        @Nullable String next,
        boolean complete) {
    /**
     * The time that stands where a document must name one and nobody knows any (RFC 4287 section 4.1.2): so old that no
     * reader takes anything for new. Validators take what is older for a mistake.
     */
    public static final Instant LONG_AGO = Instant.parse("1990-01-01T00:00:00Z");

    public FeedHead {
        updated = updated.isBefore(LONG_AGO) ? LONG_AGO : updated;
    }
}
