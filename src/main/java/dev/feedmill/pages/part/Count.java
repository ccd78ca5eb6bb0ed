package dev.feedmill.pages.part;

/**
 * The number of articles that were found.
 *
 * @param number negative if it is unknown
 * @param isMore whether there are more than that
 */
public record Count(long number, boolean isMore) {
    /** The highest number that is counted: nobody reads more articles, and counting them is slow. */
    public static final int MAX = 1_000;

    public static final Count UNKNOWN = new Count(-1, false);

    /** The count of a number that was counted a little further than a maximum. */
    public static Count upTo(int max, long counted) {
        return new Count(Math.min(max, counted), counted > max);
    }

    /** The number for people; empty if it is unknown. */
    public String said(Messages words) {
        return number < 0 ? "" : words.get(isMore ? "found.more" : "found", number);
    }
}
