package dev.feedmill.selection;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Converts cursors to and from text. */
public final class Cursors {
    private static final Pattern PLACE = Pattern.compile("(-?[0-9]{1,12})\\.([0-9]{1,19})");

    private Cursors() {}

    /** The text of a cursor, in characters that a query needs no encoding for. */
    public static String write(Cursor cursor) {
        String text = cursor.time().getEpochSecond() + "." + cursor.number();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The cursor in a text; null if it is malformed. */
    public static @Nullable Cursor read(String text) {
        try {
            Matcher place = PLACE.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII));
            return place.matches()
                    ? new Cursor(Instant.ofEpochSecond(Long.parseLong(place.group(1))), Long.parseLong(place.group(2)))
                    : null;
        } catch (IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }
}
