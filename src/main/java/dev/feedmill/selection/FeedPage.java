package dev.feedmill.selection;

/**
 * What one document of a feed holds: its newest entries, or one page of its archive (RFC 5005 section 4).
 *
 * @param number of the archive page, counted from 1 at the oldest; 0 for the feed that readers subscribe to
 * @param older number of the archive page to go on with; 0 where there is none
 * @param newer number of the archive page that follows; 0 where the feed itself does
 * @param olderOfFew number of the archive page to go on with where not all entries find room; 0 for archive pages
 */
public record FeedPage(int number, int older, int newer, int olderOfFew, Page page) {
    public boolean isArchive() {
        return number > 0;
    }
}
