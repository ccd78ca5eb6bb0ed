package dev.feedmill.address;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Converts names to path segments of a URL (RFC 3986 section 3.3). */
public final class PathSegments {
    private static final String UNRESERVED = "-._~!$'()*,=:@";

    /** In code points; longer segments are unwieldy in an address bar. */
    private static final int LONGEST = 120;

    /** Joiners are allowed: emoji need them. */
    private static final Pattern AWKWARD = Pattern.compile(
            "[\\p{Z}\\p{Cc}\\p{Cs}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff/\\\\?#%+&;:<>\"'`^{}\\[\\]|]+");

    private static final Pattern FEED_ENDING =
            Pattern.compile("\\.(?=(?:rss|atom|json)$)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
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
        String cut = text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST));
        String segment = FEED_ENDING.matcher(cut).replaceAll("-");
        return segment.isEmpty() || ONLY_DOTS.matcher(segment).matches() ? "-" : segment;
    }

    /** Converts each name to a segment. */
    public static List<String> ofNames(List<String> names) {
        return names.stream().map(PathSegments::ofName).toList();
    }

    /** Percent-encodes the UTF-8 bytes of all characters that a segment cannot hold. */
    public static String encode(String segment) {
        StringBuilder out = new StringBuilder(segment.length() * 3);
        for (byte b : segment.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return out.toString();
    }

    /** Encodes each segment and joins them with {@code /}. */
    public static String encode(List<String> segments) {
        return segments.stream().map(PathSegments::encode).collect(Collectors.joining("/"));
    }
}
