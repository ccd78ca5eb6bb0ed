package dev.feedmill.http.query;

import org.jspecify.annotations.Nullable;

/** The parameter of a feed's address that names a page of its archive. */
public final class ArchiveNumber {
    /** No page is named: the feed itself. */
    public static final int NONE = 0;

    /** What is named is no number of a page. */
    public static final int WRONG = -1;

    private static final String NAME = "archive";

    private ArchiveNumber() {}

    /** Of a raw query; the last one sent counts. */
    public static int of(@Nullable String query) {
        if (query == null || !query.contains(NAME)) {
            return NONE;
        }
        String value = new Parameters(query).last(NAME);
        if (value == null) {
            return NONE;
        }
        return value.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(value) : WRONG;
    }

    /** The path and query under which the page is kept; the feed's own path for no page. */
    public static String key(String path, int number) {
        return number == NONE ? path : path + "?" + NAME + "=" + number;
    }
}
