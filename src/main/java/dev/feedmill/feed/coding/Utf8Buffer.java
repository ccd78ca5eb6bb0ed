package dev.feedmill.feed.coding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A growing buffer that escapes and encodes text in one pass, since most of a feed is text. */
final class Utf8Buffer {
    /** Characters between two checks of the remaining capacity. */
    private static final int BLOCK = 512;

    /** Length of an escaped quotation mark, the longest encoding of one character. */
    private static final int LONGEST = 6;

    private static final byte[] CDATA_BEGINS = "<![CDATA[".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CDATA_ENDS = "]]>".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] @Nullable [] AS_IT_IS = escapes();
    private static final byte[] @Nullable [] IN_TEXT = escapes("&&amp;", "<&lt;", ">&gt;", "\r&#xD;");
    private static final byte[] @Nullable [] IN_ATTRIBUTE =
            escapes("&&amp;", "<&lt;", ">&gt;", "\"&quot;", "\n&#xA;", "\r&#xD;", "\t&#x9;");

    /**
     * A copy of the text, since reading from an array is much faster than from a string; one more for a low surrogate.
     */
    private final char[] block = new char[BLOCK + 1];

    private byte[] bytes;
    private int size;

    Utf8Buffer(int capacity) {
        bytes = new byte[capacity];
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** Bytes written so far. */
    int size() {
        return size;
    }

    void raw(byte[] added) {
        reserve(added.length);
        System.arraycopy(added, 0, bytes, size, added.length);
        size += added.length;
    }

    Utf8Buffer ascii(char c) {
        reserve(1);
        bytes[size++] = (byte) c;
        return this;
    }

    /** Appends text between tags; {@code >} is escaped too, so that no {@code ]]>} can result. */
    Utf8Buffer text(String text) {
        return escaped(text, IN_TEXT);
    }

    /** Appends text as CDATA, unescaped; where the text holds the end of a section, continues in another section. */
    Utf8Buffer cdata(String text) {
        raw(CDATA_BEGINS);
        int from = 0;
        for (int end = text.indexOf("]]>"); end >= 0; end = text.indexOf("]]>", end + 1)) {
            escaped(text.substring(from, end + 2), AS_IT_IS);
            raw(CDATA_ENDS);
            raw(CDATA_BEGINS);
            from = end + 2;
        }
        escaped(from == 0 ? text : text.substring(from), AS_IT_IS);
        raw(CDATA_ENDS);
        return this;
    }

    /** Appends an attribute value for double quotes. */
    Utf8Buffer attribute(String value) {
        return escaped(value, IN_ATTRIBUTE);
    }

    private Utf8Buffer escaped(String text, byte[] @Nullable [] escapes) {
        int length = text.length();
        int from = 0;
        while (from < length) {
            int to = Math.min(length, from + BLOCK);
            if (to < length && Character.isHighSurrogate(text.charAt(to - 1))) {
                to++;
            }
            text.getChars(from, to, block, 0);
            reserve((to - from) * LONGEST);
            size = encode(to - from, escapes);
            from = to;
        }
        return this;
    }

    /** Encodes the block's characters after the bytes written so far; returns the new size. */
    private int encode(int count, byte[] @Nullable [] escapes) {
        char[] in = block;
        byte[] out = bytes;
        int at = size;
        for (int i = 0; i < count; i++) {
            char c = in[i];
            if (c < 0x80) {
                byte[] escape = c <= '>' ? escapes[c] : null;
                if (escape == null) {
                    out[at++] = (byte) c;
                } else {
                    for (byte b : escape) {
                        out[at++] = b;
                    }
                }
            } else if (c < 0x800) {
                out[at++] = (byte) (0xc0 | (c >> 6));
                out[at++] = (byte) (0x80 | (c & 0x3f));
            } else if (!Character.isSurrogate(c)) {
                out[at++] = (byte) (0xe0 | (c >> 12));
                out[at++] = (byte) (0x80 | ((c >> 6) & 0x3f));
                out[at++] = (byte) (0x80 | (c & 0x3f));
            } else {
                int point = Character.toCodePoint(c, in[++i]);
                out[at++] = (byte) (0xf0 | (point >> 18));
                out[at++] = (byte) (0x80 | ((point >> 12) & 0x3f));
                out[at++] = (byte) (0x80 | ((point >> 6) & 0x3f));
                out[at++] = (byte) (0x80 | (point & 0x3f));
            }
        }
        return at;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    private static byte[] @Nullable [] escapes(String... pairs) {
        byte[] @Nullable [] escapes = new byte['>' + 1][];
        for (String pair : pairs) {
            escapes[pair.charAt(0)] = pair.substring(1).getBytes(StandardCharsets.US_ASCII);
        }
        return escapes;
    }
}
