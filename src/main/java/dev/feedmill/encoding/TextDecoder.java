package dev.feedmill.encoding;

import dev.feedmill.encoding.DecodedText.Fault;
import dev.feedmill.html.text.XmlText;
import dev.feedmill.problem.Problem.Kind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes bytes as UTF-8, as UTF-16 with a byte order mark, or in a legacy encoding; reports each repair. */
public final class TextDecoder {
    private final @Nullable Charset old;

    /**
     * Creates a decoder.
     *
     * @param old encoding of files that are not UTF-8; null if it is guessed for each
     */
    public TextDecoder(@Nullable Charset old) {
        this.old = old;
    }

    public DecodedText decode(byte[] bytes) {
        List<Fault> faults = new ArrayList<>();
        String text = decoded(bytes, faults);
        return new DecodedText(text == null ? null : clean(text, faults), faults);
    }

    private static String clean(String text, List<Fault> faults) {
        String lines =
                text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
        String clean = XmlText.clean(lines);
        if (!clean.equals(lines)) {
            int at = firstDifference(lines, clean);
            int wrong = lines.codePointAt(at);
            String meant = wrong >= 0x80 && wrong <= 0x9F && clean.length() == lines.length()
                    ? "it is read as '" + clean.charAt(at) + "'"
                    : "it is left out";
            faults.add(new Fault(
                    line(lines, at),
                    Kind.ENCODING,
                    String.format("U+%04X must not stand in a text; %s", wrong, meant)));
        }
        return clean;
    }

    private @Nullable String decoded(byte[] bytes, List<Fault> faults) {
        ByteOrderMark mark = ByteOrderMark.of(bytes);
        if (mark != null && mark != ByteOrderMark.UTF_8) {
            faults.add(new Fault(1, Kind.ENCODING, "the text must be UTF-8, not UTF-16; it is read as such"));
            return new String(bytes, StandardCharsets.UTF_16);
        }
        int zero = indexOfZero(bytes);
        if (zero >= 0) {
            faults.add(new Fault(0, Kind.NOT_TEXT, "the file must be a text; byte " + zero + " is NUL"));
            return null;
        }
        int from = 0;
        if (mark != null) {
            faults.add(new Fault(1, Kind.ENCODING, "the text must not begin with a byte order mark; it is left out"));
            from = mark.length();
        }
        String utf8 = utf8(bytes, from);
        String text = utf8 == null ? old(bytes, from, faults) : utf8;
        if (isBinary(text)) {
            faults.add(new Fault(0, Kind.NOT_TEXT, "the file must be a text"));
            return null;
        }
        return text;
    }

    /** Fast path: U+FFFD in the result means that a byte is invalid, or that the text contains this character. */
    private static @Nullable String utf8(byte[] bytes, int from) {
        String quick = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
        return quick.indexOf('\ufffd') < 0 ? quick : ByteDecoder.strict(bytes, from, StandardCharsets.UTF_8);
    }

    private String old(byte[] bytes, int from, List<Fault> faults) {
        String named = old == null ? null : ByteDecoder.strict(bytes, from, old);
        if (named != null) {
            return named;
        }
        int[] first = {0};
        if (from > 0 || ByteDecoder.isMostlyUtf8(bytes)) {
            String text = ByteDecoder.mixed(bytes, from, StandardCharsets.UTF_8, at -> first[0] = at);
            faults.add(new Fault(
                    line(bytes, first[0]),
                    Kind.ENCODING,
                    "the text must be UTF-8; what is not is read as Windows-1252"));
            return text;
        }
        if (old != null) {
            String text = ByteDecoder.mixed(bytes, from, old, at -> first[0] = at);
            faults.add(new Fault(
                    line(bytes, first[0]),
                    Kind.ENCODING,
                    "the text must be UTF-8 or " + old.name() + "; what is neither is read as Windows-1252"));
            return text;
        }
        Charset guess = EncodingGuesser.guess(bytes);
        ByteDecoder.mixed(bytes, from, StandardCharsets.UTF_8, at -> first[0] = at);
        faults.add(new Fault(
                line(bytes, first[0]), Kind.ENCODING, "the text must be UTF-8; it is read as " + guess.displayName()));
        return ByteDecoder.mixed(bytes, from, guess, at -> {});
    }

    /** Returns whether a text has too many control characters; a few stray ones are allowed. */
    private static boolean isBinary(String text) {
        long controls = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            controls += c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' ? 1 : 0;
        }
        return controls > 16 && controls * 50 > text.length();
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

    private static int line(byte[] bytes, int at) {
        int line = 1;
        for (int i = 0; i < at; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    /** Returns the line of an offset, counted from 1. */
    public static int line(String text, int at) {
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }
}
