package dev.feedmill.web;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Percent-coding of texts as UTF-8 (RFC 3986 section 2.1). {@link UrlEncoder} is for URLs that people wrote, of which
 * parts may be encoded already.
 */
public final class PercentCoding {
    private static final String IN_SEGMENTS = "-._~!$'()*,=:@";
    private static final String NEVER = "\"<>\\^`{|}";

    private PercentCoding() {}

    /** Encodes all characters that neither a path segment nor the value of a query parameter can hold. */
    public static String encode(String text) {
        StringBuilder out = new StringBuilder(text.length() * 3);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || IN_SEGMENTS.indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return out.toString();
    }

    /** Percent-encodes a path whose names are separated by {@code /}. */
    public static String encodePath(String path) {
        return encode(List.of(path.split("/", -1)));
    }

    /** Encodes each segment and joins them with {@code /}. */
    public static String encode(List<String> segments) {
        return segments.stream().map(PercentCoding::encode).collect(Collectors.joining("/"));
    }

    /** Encodes only the characters that a URI cannot hold anywhere (RFC 3986 section 2). */
    public static String ascii(String raw) {
        if (raw.chars().allMatch(PercentCoding::isInUris)) {
            return raw;
        }
        StringBuilder out = new StringBuilder(raw.length() * 2);
        raw.codePoints().forEach(c -> {
            if (isInUris(c)) {
                out.append((char) c);
            } else {
                out.append(encode(Character.toString(c)));
            }
        });
        return out.toString();
    }

    private static boolean isInUris(int c) {
        return c > ' ' && c < 0x7f && NEVER.indexOf(c) < 0;
    }

    /** The text of a request, decoded once; null if a {@code %} does not begin a byte, or the bytes are not UTF-8. */
    public static @Nullable String decode(String raw) {
        return raw.indexOf('%') < 0 ? raw : text(bytes(raw, false));
    }

    /** As {@link #decode}, with spaces for plus signs, as in queries (application/x-www-form-urlencoded). */
    public static @Nullable String decodeForm(String raw) {
        return raw.indexOf('+') < 0 ? decode(raw) : decode(raw.replace('+', ' '));
    }

    /**
     * The decoded text of an address that had no server to check it: a {@code %} that does not begin a byte stays. Bytes
     * that are not UTF-8 leave the whole text as it is, so that two such addresses remain two.
     */
    public static String decodeOld(String text) {
        String decoded = text.indexOf('%') < 0 ? text : text(bytes(text, true));
        return decoded == null ? text : decoded;
    }

    /**
     * The decoded text of a link as an author wrote it: a {@code %} that does not begin a byte leaves the whole text as
     * it is. Bytes that are not UTF-8 become U+FFFD, so that nothing behind them stays hidden.
     */
    public static String decodeLink(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** The decoded bytes; null if a {@code %} does not begin a byte. */
    public static byte @Nullable [] bytes(String raw) {
        return bytes(raw, false);
    }

    private static byte @Nullable [] bytes(String raw, boolean isLenient) {
        byte[] in = raw.getBytes(StandardCharsets.UTF_8);
        int length = 0;
        for (int i = 0; i < in.length; i++) {
            int high = in[i] == '%' && i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(in[i + 2], 16);
            if (low >= 0) {
                in[length++] = (byte) (high << 4 | low);
                i += 2;
            } else if (in[i] == '%' && !isLenient) {
                return null;
            } else {
                in[length++] = in[i];
            }
        }
        return Arrays.copyOf(in, length);
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        try {
            return bytes == null
                    ? null
                    : StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
