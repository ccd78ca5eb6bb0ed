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

/** Bytes in one encoding, wholly or for the most part. */
final class Bytes {
    static final Charset WESTERN = Charset.forName("windows-1252");

    private Bytes() {}

    /** Null where one of them is not of the encoding. */
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
     * All of them, those that are not of the encoding as letters of Windows-1252: nothing is lost.
     *
     * @param firstOther is given the offset of the first of those, once
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

    /** Whether more of what is outside of ASCII is UTF-8 than not. */
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

    /** Five codes have no letter. */
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
