package dev.feedmill.encoding;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Decodes bytes that are wholly or mostly in one encoding. */
final class ByteDecoder {
    static final Charset WESTERN = Charset.forName("windows-1252");

    private ByteDecoder() {}

    /** Decodes strictly; null if a byte is invalid in the encoding. */
    static @Nullable String strict(byte[] bytes, int from, Charset charset) {
        try {
            return decoder(charset)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /**
     * Decodes all bytes; those that are invalid in the encoding are read as Windows-1252, so that nothing is lost.
     *
     * @param firstOther receives the offset of the first such byte, once
     */
    static String mixed(byte[] bytes, int from, Charset charset, IntConsumer firstOther) {
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out = CharBuffer.allocate(2 * (bytes.length - from) + 16);
        CharsetDecoder decoder = decoder(charset);
        boolean reported = false;
        for (CoderResult result = decoder.decode(in, out, true);
                result.isError();
                result = decoder.decode(in, out, true)) {
            if (!reported) {
                firstOther.accept(in.position());
                reported = true;
            }
            for (int i = 0; i < result.length(); i++) {
                out.put(western(in.get()));
            }
            decoder.reset();
        }
        return out.flip().toString();
    }

    /** Returns whether most non-ASCII bytes are valid UTF-8. */
    static boolean isMostlyUtf8(byte[] bytes) {
        int others = 0;
        int letters = 0;
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 16);
        CharsetDecoder decoder = decoder(StandardCharsets.UTF_8);
        for (CoderResult result = decoder.decode(in, out, true);
                result.isError();
                result = decoder.decode(in, out, true)) {
            others++;
            in.position(in.position() + result.length());
            decoder.reset();
        }
        out.flip();
        while (out.hasRemaining()) {
            letters += out.get() > 0x7f ? 1 : 0;
        }
        return letters > others;
    }

    /** Decodes a byte as Windows-1252, which leaves five codes undefined. */
    private static char western(byte one) {
        String letter = strict(new byte[] {one}, 0, WESTERN);
        return letter == null ? (char) (one & 0xff) : letter.charAt(0);
    }

    private static CharsetDecoder decoder(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
