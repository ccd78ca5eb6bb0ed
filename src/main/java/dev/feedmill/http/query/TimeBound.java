package dev.feedmill.http.query;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time bound in a query: fixed, or moving, which is an age relative to the time of the request.
 *
 * @param text canonical form
 * @param fixed null if the bound is moving
 * @param months months before now; 0 if the bound is fixed
 * @param rest further time before now; zero if the bound is fixed
 */
record TimeBound(String text, @Nullable Instant fixed, int months, Duration rest) {
    private static final Pattern AGE = Pattern.compile(
            "P(?:(\\d{1,4})Y)?(?:(\\d{1,5})M)?(?:(\\d{1,5})W)?(?:(\\d{1,6})D)?"
                    + "(?:T(?:(\\d{1,7})H)?(?:(\\d{1,9})M)?(?:(\\d{1,9})S)?)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");
    private static final Duration DAY = Duration.ofDays(1);

    /** The allowed forms, for error messages. */
    static final String ALLOWED =
            "a date such as 2024-05-01, a time such as 2024-05-01T12:00:00Z, seconds since 1970, or an age such as P7D or PT12H";

    /**
     * Parses a time bound.
     *
     * @param zone time zone of dates
     * @param end whether a date stands for its end, and a time for the end of its second
     * @return null if the text is malformed
     */
    static @Nullable TimeBound read(String text, ZoneId zone, boolean end) {
        // An unencoded plus sign is decoded as a space.
        String written = text.strip().replace(' ', '+');
        try {
            Matcher age = AGE.matcher(written);
            if (age.matches() && !written.toUpperCase(Locale.ROOT).matches("PT?")) {
                return age(age);
            }
            if (SECONDS.matcher(written).matches()) {
                return fixed(Instant.ofEpochSecond(Long.parseLong(written)), end);
            }
            if (written.length() == 10) {
                LocalDate date = LocalDate.parse(written);
                Instant time = date.plusDays(end ? 1 : 0).atStartOfDay(zone).toInstant();
                return new TimeBound(date.toString(), time, 0, Duration.ZERO);
            }
            return fixed(OffsetDateTime.parse(written).toInstant(), end);
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private static TimeBound fixed(Instant time, boolean end) {
        Instant whole = time.truncatedTo(ChronoUnit.SECONDS);
        Instant from = whole.equals(time) ? whole : whole.plusSeconds(1);
        return new TimeBound((end ? whole : from).toString(), end ? whole.plusSeconds(1) : from, 0, Duration.ZERO);
    }

    private static TimeBound age(Matcher age) {
        long months = number(age, 1) * 12 + number(age, 2);
        Duration rest = Duration.ofDays(number(age, 3) * 7 + number(age, 4))
                .plusHours(number(age, 5))
                .plusMinutes(number(age, 6))
                .plusSeconds(number(age, 7));
        return new TimeBound(text(months, rest), null, Math.toIntExact(months), rest);
    }

    private static long number(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Long.parseLong(matcher.group(group));
    }

    private static String text(long months, Duration rest) {
        String date = part(months / 12, "Y") + part(months % 12, "M") + part(rest.toDays(), "D");
        String time = part(rest.toHoursPart(), "H") + part(rest.toMinutesPart(), "M") + part(rest.toSecondsPart(), "S");
        return date.isEmpty() && time.isEmpty() ? "PT0S" : "P" + date + (time.isEmpty() ? "" : "T" + time);
    }

    private static String part(long number, String unit) {
        return number == 0 ? "" : number + unit;
    }

    boolean isMoving() {
        return fixed == null;
    }

    /**
     * The bound at a time. Moving bounds are truncated to minutes, and from one day on to hours, so that repeated
     * requests share a cache entry.
     */
    Instant at(Instant now, ZoneId zone) {
        if (fixed != null) {
            return fixed;
        }
        boolean coarse = months > 0 || rest.compareTo(DAY) >= 0;
        return now.atZone(zone)
                .minus(Period.ofMonths(months))
                .toInstant()
                .minus(rest)
                .truncatedTo(coarse ? ChronoUnit.HOURS : ChronoUnit.MINUTES);
    }

    /** When something of this time reaches the age. */
    Instant reached(Instant time, ZoneId zone) {
        return time.plus(rest).atZone(zone).plus(Period.ofMonths(months)).toInstant();
    }
}
