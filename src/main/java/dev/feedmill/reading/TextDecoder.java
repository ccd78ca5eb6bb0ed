package dev.feedmill.reading;

import dev.feedmill.html.XmlText;
import dev.feedmill.problem.Problem.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** From bytes to text: strict UTF-8, else UTF-16 with its mark, else GB18030; what was repaired is reported. */
final class TextDecoder {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private TextDecoder() {}

    /** The text with {@code \n} line ends and without characters that XML forbids; null where it is no text. */
    static @Nullable String decode(byte[] bytes, Report report) {
        String text = decoded(bytes, report);
        if (text == null) {
            return null;
        }
        String lines =
                text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        String clean = XmlText.clean(lines);
        if (!clean.equals(lines)) {
            int at = firstDifference(lines, clean);
            int wrong = lines.codePointAt(at);
            String meant = wrong >= 0x80 && wrong <= 0x9F && clean.length() == lines.length()
                    ? "it is read as '" + clean.charAt(at) + "'"
                    : "it is left out";
            report.add(
                    line(lines, at), Kind.ENCODING, String.format("U+%04X must not stand in a text; %s", wrong, meant));
        }
        return clean;
    }

    private static @Nullable String decoded(byte[] bytes, Report report) {
        if (starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff)) {
            report.add(1, Kind.ENCODING, "the text must be UTF-8, not UTF-16; it is read as such");
            return strict(bytes, 0, StandardCharsets.UTF_16);
        }
        int zero = indexOfZero(bytes);
        if (zero >= 0) {
            report.add(0, Kind.NOT_TEXT, "the file must be a text; byte " + zero + " is NUL");
            return null;
        }
        int from = 0;
        if (starts(bytes, 0xef, 0xbb, 0xbf)) {
            report.add(1, Kind.ENCODING, "the text must not begin with a byte order mark; it is left out");
            from = 3;
        }
        String text = utf8(bytes, from);
        if (text == null) {
            text = strict(bytes, from, GB18030);
            if (text != null) {
                report.add(invalidLine(bytes), Kind.ENCODING, "the text must be UTF-8; it is read as GB18030");
            }
        }
        if (text == null || isBinary(text)) {
            report.add(0, Kind.NOT_TEXT, "the file must be a text in UTF-8 or GB18030");
            return null;
        }
        return text;
    }

    /** The quick way puts U+FFFD where something is wrong, or where one is written. */
    private static @Nullable String utf8(byte[] bytes, int from) {
        String quick = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
        return quick.indexOf('\ufffd') < 0 ? quick : strict(bytes, from, StandardCharsets.UTF_8);
    }

    private static @Nullable String strict(byte[] bytes, int from, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** A text may hold a stray control character; a text that is full of them is none. */
    private static boolean isBinary(String text) {
        long controls = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            controls += c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' ? 1 : 0;
        }
        return controls > 16 && controls * 50 > text.length();
    }

    private static int invalidLine(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        java.nio.CharBuffer out = java.nio.CharBuffer.allocate(bytes.length);
        StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        int line = 1;
        for (int i = 0; i < in.position(); i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static int indexOfZero(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    private static int firstDifference(String a, String b) {
        int i = 0;
        while (i < b.length() && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i;
    }

    static int line(String text, int at) {
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }
}
