package dev.feedmill.encoding;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The byte order mark of an encoding. */
public enum ByteOrderMark {
    UTF_8(StandardCharsets.UTF_8, "\u00ef\u00bb\u00bf"),
    UTF_16_LITTLE(StandardCharsets.UTF_16LE, "\u00ff\u00fe"),
    UTF_16_BIG(StandardCharsets.UTF_16BE, "\u00fe\u00ff");

    private final Charset charset;
    private final String bytes;

    /**
     * Declares a mark.
     *
     * @param bytes each as the character of its number
     */
    ByteOrderMark(Charset charset, String bytes) {
        this.charset = charset;
        this.bytes = bytes;
    }

    /** Returns the mark at the start of a text; null for none. */
    public static @Nullable ByteOrderMark of(byte[] text) {
        for (ByteOrderMark mark : values()) {
            if (mark.begins(text)) {
                return mark;
            }
        }
        return null;
    }

    private boolean begins(byte[] text) {
        for (int i = 0; i < bytes.length(); i++) {
            if (i >= text.length || (text[i] & 0xff) != bytes.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    public Charset charset() {
        return charset;
    }

    /** Returns the length in bytes. */
    public int length() {
        return bytes.length();
    }
}
