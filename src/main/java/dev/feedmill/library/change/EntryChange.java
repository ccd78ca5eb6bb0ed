package dev.feedmill.library.change;

/**
 * A changed entry of the feeds, in the change log.
 *
 * @param article number of the article
 */
public record EntryChange(long article, Kind kind) {
    /** What happened to an entry; the names are stored. */
    public enum Kind {
        /** It came into feeds, for the first time or again. */
        ADDED,
        /** It stayed in feeds, and its content, address, date or terms changed. */
        EDITED,
        /** It left all feeds. */
        REMOVED
    }
}
