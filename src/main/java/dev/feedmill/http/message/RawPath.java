package dev.feedmill.http.message;

import dev.feedmill.address.PathSegments;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decoder for raw paths and queries, strict and applied once (RFC 3986 section 2.1). */
public final class RawPath {
    private static final String UNSAFE = "\"<>\\^`{|}";

    private RawPath() {}

    /**
     * The decoded segments below a path's first, {@code [a, b]} for {@code /categories/a/b}; an encoded slash stays
     * within its segment. Null if the encoding is malformed.
     */
    public static @Nullable List<String> segmentsBelow(String path, String folder) {
        List<String> segments = new ArrayList<>();
        for (String raw : path.substring(folder.length()).split("/", -1)) {
            String segment = decode(raw, false);
            if (segment == null) {
                return null;
            }
            segments.add(segment);
        }
        if (segments.size() > 1 && segments.get(segments.size() - 1).isEmpty()) {
            segments.remove(segments.size() - 1);
        }
        return segments;
    }

    /** Percent-encodes, in UTF-8, all characters that a URI cannot hold (RFC 3986 section 2). */
    public static String ascii(String raw) {
        if (raw.chars().allMatch(RawPath::isAscii)) {
            return raw;
        }
        StringBuilder out = new StringBuilder(raw.length() * 2);
        raw.codePoints().forEach(c -> {
            if (isAscii(c)) {
                out.append((char) c);
            } else {
                out.append(PathSegments.encode(Character.toString(c)));
            }
        });
        return out.toString();
    }

    private static boolean isAscii(int c) {
        return c > ' ' && c < 0x7f && UNSAFE.indexOf(c) < 0;
    }

    /** The decoded text; null if a {@code %} does not begin a byte, or the bytes are not UTF-8. */
    public static @Nullable String decode(String raw, boolean plusIsBlank) {
        if (raw.indexOf('%') < 0 && (!plusIsBlank || raw.indexOf('+') < 0)) {
            return raw;
        }
        byte[] in = raw.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(in.length);
        for (int i = 0; i < in.length; i++) {
            if (in[i] == '%') {
                int high = i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
                int low = i + 2 < in.length ? Character.digit(in[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    return null;
                }
                out.put((byte) ((high << 4) | low));
                i += 2;
            } else {
                out.put(plusIsBlank && in[i] == '+' ? (byte) ' ' : in[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(out.flip()).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
