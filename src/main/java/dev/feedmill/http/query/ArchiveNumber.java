package dev.feedmill.http.query;

import dev.feedmill.address.Parameter;
import dev.feedmill.http.message.Query;

/** The query parameter that named a page of a feed's archive before such pages had paths. */
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
}
