package dev.feedmill.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parser of dates as people and generators write them: ISO 8601, RFC 1123 (RFC 9110 section 5.6.7), and the forms of
 * Hexo, Jekyll, Ruby and JavaScript. Strict: rejects dates that no calendar has. Precision is one second.
 */
final class DateParser {
    private static final String TIME =
            "(?:[T\\s,]+(?:at\\s+)?(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2}))?(?:[.,]\\d{1,9})?\\s*([ap]\\.?m\\b\\.?)?)?";
    private static final String ZONE =
            "\\s*(?:\\d{4}\\s+(?=[+-]))?(Z|[+-]\\d{1,2}(?::?\\d{2})?|(?:GMT|UTC)[+-]\\d{1,2}(?::?\\d{2})?|[A-Za-z_]+(?:/[A-Za-z_]+)*)?"
                    + "(?:\\s*\\([^)]*\\))?";
    private static final Pattern YEAR_FIRST = form("(\\d{4})[-/.年]\\s?(\\d{1,2})[-/.月]\\s?(\\d{1,2})日?" + TIME + ZONE);
    private static final Pattern DAY_FIRST =
            form("(?:[a-z]{3,9},?\\s+)?(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+([a-z]{3,9})\\.?,?[\\s-]+(\\d{4}|\\d{2})" + TIME
                    + ZONE);
    private static final Pattern MONTH_FIRST =
            form("(?:[a-z]{3,9},?\\s+)?([a-z]{3,9})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})" + TIME + ZONE);
    private static final Pattern UNIX =
            form("[a-z]{3}\\s+([a-z]{3})\\s+(\\d{1,2})\\s+(\\d{1,2}):(\\d{2}):(\\d{2})\\s+([a-z]{3,4})?\\s*(\\d{4})");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T?(\\d{2})(\\d{2})(\\d{2})Z?)?");
    private static final Pattern LONG_DIGITS = Pattern.compile("\\d{8}T?\\d{6}");
    private static final Pattern SECONDS = Pattern.compile("\\d{10}(?:\\.\\d+)?|\\d{13}");
    private static final Pattern IN_NAME = Pattern.compile("^(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[-_ ]|(?:\\.\\w+)?$)");
    private static final Pattern IN_FOLDERS = Pattern.compile("(?:^|/)(\\d{4})/(\\d{2})/(\\d{2})/");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** Zones of RFC 822 section 5.1; {@code CST} means China's if the configured zone is there. */
    private static final Map<String, Integer> AMERICAN =
            Map.of("EST", -5, "EDT", -4, "CST", -6, "CDT", -5, "MST", -7, "MDT", -6, "PST", -8, "PDT", -7);

    private final ZoneId zone;

    /** Creates a parser that reads dates without a zone in this one. */
    DateParser(ZoneId zone) {
        this.zone = zone;
    }

    private static Pattern form(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
    }

    /** Parses a date; null if the text is none. */
    @Nullable
    Instant parse(String written) {
        String text = written.replace('\u00a0', ' ').strip();
        if (text.length() > 80) {
            return null;
        }
        try {
            return parsed(text);
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private @Nullable Instant parsed(String text) {
        if (SECONDS.matcher(text).matches()) {
            long number = Long.parseLong(text.replaceFirst("\\..*", ""));
            return Instant.ofEpochSecond(text.length() == 13 && text.indexOf('.') < 0 ? number / 1000 : number);
        }
        Matcher m = YEAR_FIRST.matcher(text);
        if (m.matches()) {
            return at(date(m.group(1), m.group(2), m.group(3)), time(m, 4), m.group(8));
        }
        m = DAY_FIRST.matcher(text);
        if (m.matches()) {
            return at(date(year(m.group(3)), month(m.group(2)), m.group(1)), time(m, 4), m.group(8));
        }
        m = MONTH_FIRST.matcher(text);
        if (m.matches()) {
            return at(date(m.group(3), month(m.group(1)), m.group(2)), time(m, 4), m.group(8));
        }
        m = UNIX.matcher(text);
        if (m.matches()) {
            LocalTime time = LocalTime.of(number(m.group(3)), number(m.group(4)), number(m.group(5)));
            return at(date(m.group(7), month(m.group(1)), m.group(2)), time, m.group(6));
        }
        m = DIGITS.matcher(text);
        if (m.matches()) {
            LocalTime time = m.group(4) == null
                    ? LocalTime.MIDNIGHT
                    : LocalTime.of(number(m.group(4)), number(m.group(5)), number(m.group(6)));
            return at(date(m.group(1), m.group(2), m.group(3)), time, text.endsWith("Z") ? "Z" : null);
        }
        return null;
    }

    /** Returns the end of the day for a date without a time; null for a date with a time, or for no date. */
    @Nullable
    Instant dayEnd(String written) {
        Instant at = parse(written);
        String text = written.replace('\u00a0', ' ').strip();
        boolean time = text.indexOf(':') >= 0
                || SECONDS.matcher(text).matches()
                || LONG_DIGITS.matcher(text).find();
        return at == null || time ? null : dayEnd(at);
    }

    /** Returns the end of the day that begins at an instant. */
    Instant dayEnd(Instant midnight) {
        return LocalDateTime.ofInstant(midnight, zone)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant();
    }

    /**
     * Returns the date in {@code 2014-05-01-name.md}, {@code 2014-05-01-name/index.md} or {@code 2014/05/01/name.md};
     * null if the path has none.
     */
    @Nullable
    Instant inPath(String path) {
        String[] names = path.split("/", -1);
        for (int i = names.length - 1; i >= 0; i--) {
            Instant at = found(IN_NAME.matcher(names[i]));
            if (at != null) {
                return at;
            }
        }
        return found(IN_FOLDERS.matcher(path));
    }

    private @Nullable Instant found(Matcher m) {
        try {
            return m.find() ? at(date(m.group(1), m.group(2), m.group(3)), LocalTime.MIDNIGHT, null) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Instant at(LocalDate date, LocalTime time, @Nullable String zoneName) {
        ZoneId where = zoneName == null || zoneName.isEmpty() ? zone : zone(zoneName);
        return LocalDateTime.of(date, time).atZone(where).toInstant();
    }

    private ZoneId zone(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (upper.matches("(GMT|UTC)?[+-].*")) {
            String digits = upper.replaceAll("[^0-9]", "");
            int hours = number(digits.length() > 2 ? digits.substring(0, digits.length() - 2) : digits);
            int minutes = digits.length() > 2 ? number(digits.substring(digits.length() - 2)) : 0;
            int sign = upper.indexOf('-') >= 0 ? -1 : 1;
            return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
        }
        if (upper.equals("Z") || upper.equals("UTC") || upper.equals("GMT") || upper.equals("UT")) {
            return ZoneOffset.UTC;
        }
        Integer american = AMERICAN.get(upper);
        if (upper.equals("CST") && zone.getId().matches("Asia/.*|\\+08:00")) {
            return ZoneOffset.ofHours(8);
        }
        return american != null ? ZoneOffset.ofHours(american) : ZoneId.of(name);
    }

    private static LocalTime time(Matcher m, int group) {
        if (m.group(group) == null) {
            return LocalTime.MIDNIGHT;
        }
        int hour = number(m.group(group));
        String half = m.group(group + 3);
        if (half != null) {
            hour = hour % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
        }
        String second = m.group(group + 2);
        return LocalTime.of(hour, number(m.group(group + 1)), second == null ? 0 : number(second));
    }

    private static LocalDate date(String year, String month, String day) {
        int y = number(year);
        if (y < 1000) {
            throw new DateTimeException("a year has four digits");
        }
        return LocalDate.of(y, number(month), number(day));
    }

    private static String year(String written) {
        return written.length() == 4 ? written : (number(written) < 70 ? "20" : "19") + written;
    }

    private static String month(String name) {
        return String.valueOf(MONTHS.indexOf(name.toLowerCase(Locale.ROOT).substring(0, 3)) + 1);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
