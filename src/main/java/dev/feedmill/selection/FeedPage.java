package dev.feedmill.selection;

import java.util.List;

/**
 * The contents of a feed document: the newest entries, or an archive page (RFC 5005 section 4).
 *
 * @param number number of the archive page, counted from 1 at the oldest; 0 for the feed itself
 * @param older number of the archive page with older entries; 0 if there is none
 * @param newer number of the archive page with newer entries; 0 if the feed itself has them
 * @param olderOfFew like {@code older}, for a document from which entries were left out for size; 0 for archive pages
 * @param deleted entries that are in the feed no more, latest first; none for archive pages
 */
public record FeedPage(int number, int older, int newer, int olderOfFew, Page page, List<DeletedEntry> deleted) {
    public FeedPage {
        deleted = List.copyOf(deleted);
    }

    /** A feed without an archive. */
    public FeedPage(Page page, List<DeletedEntry> deleted) {
        this(0, 0, 0, 0, page, deleted);
    }

    public boolean isArchive() {
        return number > 0;
    }
}
