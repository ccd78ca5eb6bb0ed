package dev.feedmill.library.table;

/**
 * The last entry of a full archive page, in the order of publication.
 *
 * @param published seconds since the epoch
 */
public record ArchiveEnd(long page, long published, long article) {
    /** Before all entries. */
    public static final ArchiveEnd NONE = new ArchiveEnd(0, Long.MIN_VALUE, Long.MIN_VALUE);

    /** Behind all entries. */
    public static final ArchiveEnd ALL = new ArchiveEnd(0, Long.MAX_VALUE, Long.MAX_VALUE);

    /** Whether the page was full before this entry's position was taken. */
    boolean isBefore(ListingLine line) {
        return published != line.published() ? published < line.published() : article < line.article();
    }
}
