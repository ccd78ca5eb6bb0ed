package dev.feedmill.moving;

import com.rometools.rome.io.impl.DateParser;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates as feeds write them: RFC 822 in its many forms, and RFC 3339. */
final class OldDates {
    private OldDates() {}

    /** Null where it is none. */
    static @Nullable Instant read(String written) {
        Date date = written.isBlank() ? null : DateParser.parseDate(written.strip(), Locale.ENGLISH);
        return date == null ? null : date.toInstant();
    }
}
