package dev.feedmill.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a document says of itself beside its entries; every address absolute.
 *
 * @param self of this very document
 * @param current of the feed that it is an archive page of (RFC 5005 section 4); null for the feed itself
 * @param older of the archive page to go on with; null at the end
 * @param newer of the archive page that follows; null where none does
 * @param next of the document with the entries behind these (RFC 5005 section 3); null where there is none
 * @param complete whether every entry of the feed is in it (RFC 5005 section 2)
 */
record FeedHead(
        Subject subject,
        Instant updated,
        String self,
        @Nullable String current,
        @Nullable String older,
        @Nullable String newer,
        @Nullable String next,
        boolean complete) {}
