package dev.feedmill.dialect.address;

import java.util.regex.Pattern;

/** The date, with a time or without, that stands before the name of a file. */
public final class FileDate {
    private static final Pattern DATE =
            Pattern.compile("(^|/)\\d{4}-\\d{1,2}-\\d{1,2}(?:[T-]\\d{2}-\\d{2}-\\d{2})?[-_ ]+(?=[^/]+$)");

    private FileDate() {}

    /** A path or a name without the date before the last of its names; as it is where nothing would be left. */
    public static String without(String path) {
        return DATE.matcher(path).replaceFirst("$1");
    }
}
