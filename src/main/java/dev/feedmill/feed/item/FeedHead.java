package dev.feedmill.feed.item;

import dev.feedmill.address.Address;
import dev.feedmill.address.Format;
import dev.feedmill.selection.DeletedEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The feed-level data of a document; all addresses are absolute.
 *
 * @param updated time of the last change; {@link #LONG_AGO} if it is unknown or earlier
 * @param complete whether the document has every entry of the feed (RFC 5005 section 2)
 * @param deleted entries that are in the feed no more
 */
public record FeedHead(
        FeedDescriptor subject, Instant updated, Links links, boolean complete, List<DeletedEntry> deleted) {
    /**
     * Addresses of this document and of related ones.
     *
     * @param self address of this document
     * @param current address of the feed, if this is an archive page of it (RFC 5005 section 4); otherwise null
     * @param older address of the archive page with older entries; null if there is none
     * @param newer address of the archive page with newer entries; null if there is none
     * @param next address of the document with the entries after these (RFC 5005 section 3); null if there is none
     */
    public record Links(
            String self,
            @Nullable String current,
            @Nullable String older,
            @Nullable String newer,
            @Nullable String next) {
        /** A document without related ones. */
        public static Links alone(String self) {
            return new Links(self, null, null, null, null);
        }
    }

    /**
     * The value of a required but unknown time (RFC 4287 section 4.1.2): so old that no reader takes the entry for new.
     * Validators report still older times as mistakes.
     */
    public static final Instant LONG_AGO = Instant.parse("1990-01-01T00:00:00Z");

    public FeedHead {
        updated = updated.isBefore(LONG_AGO) ? LONG_AGO : updated;
        deleted = List.copyOf(deleted);
    }

    /** The relative path from the document to the root of its server. */
    public String up() {
        Address.Feed feed = subject.channel().feed(Format.RSS);
        return links.current == null ? feed.up() : new Address.Archive(feed, 1).up();
    }
}
