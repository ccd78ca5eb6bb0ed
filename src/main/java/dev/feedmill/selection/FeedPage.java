package dev.feedmill.selection;

/**
 * The contents of a feed document: the newest entries, or an archive page (RFC 5005 section 4).
 *
 * @param number number of the archive page, counted from 1 at the oldest; 0 for the feed itself
 * @param older number of the archive page with older entries; 0 if there is none
 * @param newer number of the archive page with newer entries; 0 if the feed itself has them
 * @param olderOfFew like {@code older}, for a document from which entries were left out for size; 0 for archive pages
 */
public record FeedPage(int number, int older, int newer, int olderOfFew, Page page) {
    public boolean isArchive() {
        return number > 0;
    }
}
