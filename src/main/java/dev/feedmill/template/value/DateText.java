package dev.feedmill.template.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Formats dates as {@code strftime} does, if their source text is unambiguous. */
public final class DateText {
    private static final int DAY = 10;

    private DateText() {}

    /** Returns the formatted date; null if the date or the pattern is not supported. */
    public static @Nullable String formatted(String date, String pattern) {
        if (date.length() < DAY || pattern.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(date.substring(0, DAY));
            LocalTime time = date.length() >= 16 && "T ".indexOf(date.charAt(DAY)) >= 0
                    ? LocalTime.parse(date.substring(11, Math.min(date.length(), date.length() >= 19 ? 19 : 16)))
                    : null;
            return formatted(day, time, pattern);
        } catch (DateTimeException e) {
            return null; // The calendar has no such date, so the value is unknown.
        }
    }

    private static @Nullable String formatted(LocalDate day, @Nullable LocalTime time, String pattern) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) != '%' || i + 1 == pattern.length()) {
                out.append(pattern.charAt(i));
                continue;
            }
            boolean bare = pattern.charAt(++i) == '-' && i + 1 < pattern.length();
            String part = part(pattern.charAt(bare ? ++i : i), day, time, bare);
            if (part == null) {
                return null;
            }
            out.append(part);
        }
        return out.toString();
    }

    private static @Nullable String part(char code, LocalDate day, @Nullable LocalTime time, boolean bare) {
        return switch (code) {
            case 'Y' -> Integer.toString(day.getYear());
            case 'm' -> two(day.getMonthValue(), bare);
            case 'd' -> two(day.getDayOfMonth(), bare);
            case 'e' -> Integer.toString(day.getDayOfMonth());
            case 'B' -> day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case 'b', 'h' -> day.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case 'A' -> day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case 'a' -> day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case 'H' -> time == null ? null : two(time.getHour(), bare);
            case 'M' -> time == null ? null : two(time.getMinute(), bare);
            case 'S' -> time == null ? null : two(time.getSecond(), bare);
            case 'F' -> day.toString();
            case '%' -> "%";
            default -> null;
        };
    }

    private static String two(int number, boolean bare) {
        return bare || number > 9 ? Integer.toString(number) : "0" + number;
    }
}
