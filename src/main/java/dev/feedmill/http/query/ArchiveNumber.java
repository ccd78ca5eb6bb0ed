package dev.feedmill.http.query;

import dev.feedmill.address.Parameter;
import dev.feedmill.http.message.Query;

/** The query parameter that names a page of a feed's archive. */
public final class ArchiveNumber {
    /** No archive page is named: the feed itself. */
    public static final int NONE = 0;

    /** The value is not a page number. */
    public static final int WRONG = -1;

    private ArchiveNumber() {}

    /** The page number in a query; the last value counts. */
    public static int of(Query query) {
        String value = query.last(Parameter.ARCHIVE);
        if (value == null) {
            return NONE;
        }
        return value.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(value) : WRONG;
    }

    /** The cache key of an archive page, its path and query; for no page, the path of the feed. */
    public static String key(String path, int number) {
        return number == NONE ? path : path + "?" + Parameter.ARCHIVE.with(Integer.toString(number));
    }
}
