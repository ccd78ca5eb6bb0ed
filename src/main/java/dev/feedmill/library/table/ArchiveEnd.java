package dev.feedmill.library.table;

/**
 * The last place of a full archive page in the order of publication.
 *
 * @param published seconds since the epoch
 */
public record ArchiveEnd(long page, long published, long article) {
    /** Whether the page was full before this line's place came. */
    boolean isBefore(ListingLine line) {
        return published != line.published() ? published < line.published() : article < line.article();
    }
}
