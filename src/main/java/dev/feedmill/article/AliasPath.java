package dev.feedmill.article;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * An old path in normalized form, for comparison: decoded, NFC, with a leading slash, without {@code index.html} and
 * final slashes; case-sensitive.
 */
public final class AliasPath {
    private AliasPath() {}

    /** The normalized path, without what follows a {@code ?} or {@code #}; empty for the root of a website. */
    public static String of(String path) {
        String plain = path.strip();
        for (char end : new char[] {'#', '?'}) {
            plain = plain.indexOf(end) < 0 ? plain : plain.substring(0, plain.indexOf(end));
        }
        String text = Normalizer.normalize(decoded(plain), Normalizer.Form.NFC).replaceAll("/{2,}", "/");
        String rooted = text.startsWith("/") ? text : "/" + text;
        String folder = rooted.endsWith("/index.html") ? rooted.substring(0, rooted.lastIndexOf('/')) : rooted;
        return folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
    }

    /** The decoded text; unchanged if a {@code %} does not begin a byte, or the bytes are not UTF-8. */
    private static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(in.length);
        for (int i = 0; i < in.length; i++) {
            int high = in[i] == '%' && i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(in[i + 2], 16);
            if (low < 0) {
                out.put(in[i]);
            } else {
                out.put((byte) ((high << 4) | low));
                i += 2;
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(out.flip()).toString();
        } catch (CharacterCodingException e) {
            return text;
        }
    }
}
