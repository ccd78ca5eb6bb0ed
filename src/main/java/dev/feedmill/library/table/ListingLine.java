package dev.feedmill.library.table;

/**
 * A row of {@code listing}: a public article under a term. Each term has two listings: one of the articles in its feeds,
 * and one of those that only its pages list.
 *
 * @param term number of the listing: the term's, or {@link #besideFeedsOf} it
 * @param published seconds since the epoch
 */
public record ListingLine(long term, long published, long article) {
    /** The listing number for articles that are on a term's pages but not in its feeds. */
    public static long besideFeedsOf(long term) {
        return -1 - term;
    }

    /** The term whose pages include a listing number. */
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
