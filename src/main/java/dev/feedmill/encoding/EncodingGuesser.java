package dev.feedmill.encoding;

import java.nio.charset.Charset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/** Guesses the encoding of a text that is not UTF-8. */
final class EncodingGuesser {
    private static final Charset GB18030 = Charset.forName("GB18030");

    /** Multi-byte encodings, whose rules text in another encoding rarely meets. */
    private static final Map<String, Charset> SURE = Map.of(
            "BIG5", Charset.forName("Big5-HKSCS"),
            "GB18030", GB18030,
            "SHIFT_JIS", Charset.forName("windows-31j"),
            "EUC-JP", Charset.forName("EUC-JP"),
            "EUC-KR", Charset.forName("x-windows-949"));

    /** Encodings that are guessed from the frequency of adjacent letters. */
    private static final Map<String, Charset> LIKELY = Map.of(
            "WINDOWS-1251", Charset.forName("windows-1251"),
            "KOI8-R", Charset.forName("KOI8-R"),
            "WINDOWS-1253", Charset.forName("windows-1253"),
            "WINDOWS-1255", Charset.forName("windows-1255"));

    private EncodingGuesser() {}

    /**
     * Returns the most likely encoding in which the bytes are valid; by default Windows-1252, in which all are valid.
     */
    static Charset guess(byte[] bytes) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, bytes.length);
        detector.dataEnd();
        String found = detector.getDetectedCharset();
        Charset sure = readable(bytes, found == null ? null : SURE.get(found));
        if (sure != null) {
            return sure;
        }
        // Accented letters occur singly among others; letters of other scripts occur together.
        if (standsAlone(bytes)) {
            return ByteDecoder.WESTERN;
        }
        Charset likely = readable(bytes, found == null ? null : LIKELY.get(found));
        Charset chinese = likely == null ? readable(bytes, GB18030) : likely;
        return chinese == null ? ByteDecoder.WESTERN : chinese;
    }

    private static @Nullable Charset readable(byte[] bytes, @Nullable Charset charset) {
        String text = charset == null ? null : ByteDecoder.strict(bytes, 0, charset);
        return text != null && text.codePoints().allMatch(EncodingGuesser::isWritten) ? charset : null;
    }

    /** Returns whether texts use a character, which excludes meaningless ones. */
    private static boolean isWritten(int character) {
        int type = Character.getType(character);
        return type != Character.PRIVATE_USE && type != Character.UNASSIGNED;
    }

    /** Returns whether most non-ASCII bytes are between ASCII bytes. */
    private static boolean standsAlone(byte[] bytes) {
        int alone = 0;
        int together = 0;
        for (int at = 0; at < bytes.length; at++) {
            int start = at;
            while (at < bytes.length && bytes[at] < 0) {
                at++;
            }
            alone += at - start == 1 ? 1 : 0;
            together += at - start > 1 ? 1 : 0;
        }
        return alone > together;
    }
}
