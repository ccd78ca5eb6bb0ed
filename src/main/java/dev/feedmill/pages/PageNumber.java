package dev.feedmill.pages;

/**
 * The number of a page of a list. The pages of a list that grows begin at any article, so that the first one of those
 * before a page may be short.
 *
 * @param page counted from 1
 */
public record PageNumber(long page, long pages) {
    /**
     * Returns the number of a page.
     *
     * @param before number of articles before those of the page
     * @param all number of all articles
     * @param size articles per page
     */
    public static PageNumber of(long before, long all, int size) {
        long earlier = parts(before, size);
        return new PageNumber(earlier + 1, earlier + Math.max(1, parts(all - before, size)));
    }

    private static long parts(long articles, int size) {
        return (articles + size - 1) / size;
    }
}
