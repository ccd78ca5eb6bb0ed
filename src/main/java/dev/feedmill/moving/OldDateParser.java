package dev.feedmill.moving;

import com.rometools.rome.io.impl.DateParser;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parses dates as feeds write them: the many forms of RFC 822, and RFC 3339. */
final class OldDateParser {
    private OldDateParser() {}

    /** Parses a date; null if the text is none. */
    static @Nullable Instant read(String written) {
        Date date = written.isBlank() ? null : DateParser.parseDate(written.strip(), Locale.ENGLISH);
        return date == null ? null : date.toInstant();
    }
}
