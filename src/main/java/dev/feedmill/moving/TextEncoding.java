package dev.feedmill.moving;

import dev.feedmill.encoding.ByteOrderMark;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The text encoding of a file, as far as needed to insert ASCII text.
 *
 * @param charset for finding and extending front matter; a single-byte charset if the file's own is a superset of
 *     ASCII
 * @param mark length of the byte order mark in bytes
 * @param lineEnd the line end after the first line
 */
record TextEncoding(Charset charset, int mark, String lineEnd) {
    static TextEncoding of(byte[] bytes) {
        ByteOrderMark known = ByteOrderMark.of(bytes);
        boolean wide = known != null && known != ByteOrderMark.UTF_8;
        Charset charset = known != null && wide ? known.charset() : StandardCharsets.ISO_8859_1;
        int mark = known == null ? 0 : known.length();
        String text = new String(bytes, mark, bytes.length - mark, charset);
        int line = text.indexOf('\n');
        int carriage = text.indexOf('\r');
        String lineEnd = line > 0 && text.charAt(line - 1) == '\r' ? "\r\n" : line < 0 && carriage >= 0 ? "\r" : "\n";
        return new TextEncoding(charset, mark, lineEnd);
    }

    String text(byte[] bytes) {
        return new String(bytes, mark, bytes.length - mark, charset);
    }

    /** Inserts ASCII text before this character; returns the new bytes. */
    byte[] with(byte[] bytes, int at, String ascii) {
        int offset = mark + text(bytes).substring(0, at).getBytes(charset).length;
        byte[] more = ascii.getBytes(charset);
        byte[] all = new byte[bytes.length + more.length];
        System.arraycopy(bytes, 0, all, 0, offset);
        System.arraycopy(more, 0, all, offset, more.length);
        System.arraycopy(bytes, offset, all, offset + more.length, bytes.length - offset);
        return all;
    }
}
