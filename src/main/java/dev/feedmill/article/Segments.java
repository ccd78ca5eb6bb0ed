package dev.feedmill.article;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Path segments on their way into a URL (RFC 3986 section 3.3). */
public final class Segments {
    private static final String UNRESERVED = "-._~!$'()*,=:@";

    private Segments() {}

    /** Percent-encodes the UTF-8 bytes of all that may not stand in a segment as it is. */
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
        return segments.stream().map(Segments::encode).collect(Collectors.joining("/"));
    }
}
