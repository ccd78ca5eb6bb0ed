package dev.feedmill.library.table;

/**
 * The last entry of a full archive page, in the order of publication.
 *
 * @param published seconds since the epoch
 */
public record ArchiveEnd(long page, long published, long article) {
    /** Whether the page was full before this entry's position was taken. */
    boolean isBefore(ListingLine line) {
        return published != line.published() ? published < line.published() : article < line.article();
    }
}
