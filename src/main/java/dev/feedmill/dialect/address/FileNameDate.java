package dev.feedmill.dialect.address;

import java.util.regex.Pattern;

/** The date before the name of a file, with or without a time. */
public final class FileNameDate {
    private static final Pattern DATE =
            Pattern.compile("(^|/)\\d{4}-\\d{1,2}-\\d{1,2}(?:[T-]\\d{2}-\\d{2}-\\d{2})?[-_ ]+(?=[^/]+$)");

    private FileNameDate() {}

    /** Returns a path or name without the date before its last name; unchanged if nothing would remain. */
    public static String without(String path) {
        return DATE.matcher(path).replaceFirst("$1");
    }
}
