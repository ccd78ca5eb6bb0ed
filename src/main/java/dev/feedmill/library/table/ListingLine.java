package dev.feedmill.library.table;

/**
 * One public article under one term.
 *
 * @param term whose feeds and lists have it; below zero where lists for people have it and feeds have not
 * @param published seconds since the epoch
 */
public record ListingLine(long term, long published, long article) {
    /** The number under which that is listed which is on the pages of a term and not in its feeds. */
    public static long besideFeedsOf(long term) {
        return -1 - term;
    }

    /** The term whose pages have a line of this number. */
    static long termOf(long number) {
        return isOfFeeds(number) ? number : -1 - number;
    }

    static boolean isOfFeeds(long number) {
        return number >= 0;
    }

    boolean isOfFeeds() {
        return isOfFeeds(term);
    }
}
