package dev.feedmill.http.message;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that a request asks for (RFC 9110 section 14).
 *
 * @param from offset of its first byte, counted from 0
 * @param length in bytes; 0 if the range cannot be satisfied
 */
public record ByteRange(long from, long length) {
    private static final ByteRange NONE = new ByteRange(0, 0);

    /** Longer numbers, which exceed any file, are cut to this many digits. */
    private static final int DIGITS = 18;

    private static final Pattern FIELD =
            Pattern.compile("(?i)bytes[ \\t]*=[ \\t,]*(\\d*)[ \\t]*-[ \\t]*(\\d*)[ \\t,]*");

    /** The whole file. */
    public static ByteRange whole(long size) {
        return new ByteRange(0, size);
    }

    /**
     * The range in a {@code Range} field; null for the whole file, if the field is malformed or has several ranges,
     * which a server may ignore.
     */
    public static @Nullable ByteRange parse(String field, long size) {
        Matcher matcher = FIELD.matcher(field.strip());
        if (!matcher.matches()
                || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
            return null;
        }
        if (matcher.group(1).isEmpty()) {
            long last = Math.min(number(matcher.group(2)), size);
            return last == 0 ? NONE : new ByteRange(size - last, last);
        }
        long from = number(matcher.group(1));
        long to = matcher.group(2).isEmpty() ? Long.MAX_VALUE : number(matcher.group(2));
        if (to < from) {
            return null;
        }
        return from >= size ? NONE : new ByteRange(from, Math.min(to, size - 1) - from + 1);
    }

    private static long number(String digits) {
        int from = 0;
        while (from < digits.length() - 1 && digits.charAt(from) == '0') {
            from++;
        }
        return digits.length() - from > DIGITS ? Long.MAX_VALUE : Long.parseLong(digits, from, digits.length(), 10);
    }

    public boolean isNone() {
        return length == 0;
    }

    /** The value of {@code Content-Range}. */
    public String field(long size) {
        return isNone() ? "bytes */" + size : "bytes " + from + "-" + (from + length - 1) + "/" + size;
    }
}
