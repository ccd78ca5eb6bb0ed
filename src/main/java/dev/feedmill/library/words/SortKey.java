package dev.feedmill.library.words;

/**
 * Computes row numbers in the order of publication: the seconds since the year 400 above some bits of the article's
 * number. Until 2577 every second has keys of its own; times outside share the first or the last. Old articles have
 * hashes of 63 bits as numbers, of which the upper bits count; they sort after numbers counted from 1.
 */
public final class SortKey {
    private static final long YEAR_400 = -49_544_438_400L;
    private static final int SECOND_BITS = 36;
    private static final int ARTICLE_BITS = Long.SIZE - 1 - SECOND_BITS;

    /** The upper half of the keys of a second is for hashes. */
    private static final long COUNTED = 1L << (ARTICLE_BITS - 1);

    private SortKey() {}

    /** The preferred key of an article, if no other has it. */
    static long preferred(long published, long article) {
        // Row numbers are signed, so the sign bit is flipped.
        return first(published)
                | (article >= 0 && article < COUNTED
                        ? article
                        : (article ^ Long.MIN_VALUE) >>> (Long.SIZE - ARTICLE_BITS));
    }

    /** The first key of a second. */
    public static long first(long second) {
        return Math.max(0, Math.min(second - YEAR_400, (1L << SECOND_BITS) - 1)) << ARTICLE_BITS;
    }

    /** The last key of a second. */
    public static long last(long second) {
        return first(second) | ((1L << ARTICLE_BITS) - 1);
    }
}
