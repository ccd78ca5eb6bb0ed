package dev.feedmill.library.words;

/**
 * Numbers in the order of publication: the seconds since the year 400 above some bits of the article's number. Until 2577
 * every second has places of its own; what is outside shares the first or the last. Numbers were hashes of 63 bits once, of
 * which the upper ones count; they lie behind those that are counted from 1.
 */
public final class SortKey {
    private static final long YEAR_400 = -49_544_438_400L;
    private static final int SECOND_BITS = 36;
    private static final int ARTICLE_BITS = Long.SIZE - 1 - SECOND_BITS;

    /** The upper half of the places of a second is for hashes. */
    private static final long COUNTED = 1L << (ARTICLE_BITS - 1);

    private SortKey() {}

    /** The place that an article should have, where no other has it. */
    static long wished(long published, long article) {
        // Numbers are sorted as signed ones, so that the sign changes places with what is above all.
        return first(published)
                | (article >= 0 && article < COUNTED
                        ? article
                        : (article ^ Long.MIN_VALUE) >>> (Long.SIZE - ARTICLE_BITS));
    }

    /** The first place of a second. */
    public static long first(long second) {
        return Math.max(0, Math.min(second - YEAR_400, (1L << SECOND_BITS) - 1)) << ARTICLE_BITS;
    }

    /** The last place of a second. */
    public static long last(long second) {
        return first(second) | ((1L << ARTICLE_BITS) - 1);
    }
}
