package dev.feedmill.address;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Converts names to path segments of a URL (RFC 3986 section 3.3). */
public final class PathSegments {
    /** In code points; longer segments are unwieldy in an address bar. */
    private static final int MAX_LENGTH = 120;

    /** Joiners are allowed: emoji need them. */
    private static final Pattern AWKWARD = Pattern.compile(
            "[\\p{Z}\\p{Cc}\\p{Cs}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff/\\\\?#%+&;:<>\"'`^{}\\[\\]|]+");

    /** A segment does not look like a feed. */
    private static final Pattern FEED_ENDING = Pattern.compile(
            Arrays.stream(Format.values()).map(Format::extension).collect(Collectors.joining("|", "\\.(?=(?:", ")$)")),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern ONLY_DOTS = Pattern.compile("\\.+");

    private PathSegments() {}

    /**
     * A name as a segment: NFC, with hyphens for characters that a URL cannot hold, never empty, of bounded length.
     *
     * <p>Two names may give the same segment; the library then numbers the second.
     */
    public static String ofName(String name) {
        String text =
                AWKWARD.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)).replaceAll("-");
        String cut = text.codePointCount(0, text.length()) <= MAX_LENGTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_LENGTH));
        String segment = FEED_ENDING.matcher(cut).replaceAll("-");
        return segment.isEmpty() || ONLY_DOTS.matcher(segment).matches() ? "-" : segment;
    }

    /** Converts each name to a segment. */
    public static List<String> ofNames(List<String> names) {
        return names.stream().map(PathSegments::ofName).toList();
    }
}
