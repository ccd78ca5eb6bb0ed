package dev.feedmill.dialect.address;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Date parts, as placeholders of addresses name them. */
public final class DatePart {
    private DatePart() {}

    /** Returns the value of a date placeholder of Hexo, Jekyll or Hugo; null for any other. */
    public static @Nullable String of(String placeholder, LocalDateTime date) {
        return switch (placeholder) {
            case "year", "Y" -> year(date);
            case "short_year" -> year(date).substring(2);
            case "month" -> two(date.getMonthValue());
            case "i_month" -> "" + date.getMonthValue();
            case "short_month" -> month(date).substring(0, 3);
            case "long_month" -> month(date);
            case "monthname" -> month(date).toLowerCase(Locale.ROOT);
            case "day" -> two(date.getDayOfMonth());
            case "i_day" -> "" + date.getDayOfMonth();
            case "y_day" -> three(date.getDayOfYear());
            case "yearday" -> "" + date.getDayOfYear();
            case "week" -> two(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case "w_year" -> "" + date.get(IsoFields.WEEK_BASED_YEAR);
            case "w_day" -> "" + date.getDayOfWeek().getValue();
            case "weekday" -> "" + date.getDayOfWeek().getValue() % 7;
            case "short_day" -> date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case "long_day" -> date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case "weekdayname" ->
                date.getDayOfWeek()
                        .getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                        .toLowerCase(Locale.ROOT);
            case "hour" -> two(date.getHour());
            case "minute" -> two(date.getMinute());
            case "second" -> two(date.getSecond());
            case "timestamp" -> "" + date.toEpochSecond(ZoneOffset.UTC);
            default -> null;
        };
    }

    public static String year(LocalDateTime date) {
        return "%04d".formatted(date.getYear());
    }

    public static String month(LocalDateTime date) {
        return date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    public static String two(int number) {
        return "%02d".formatted(number);
    }

    public static String three(int number) {
        return "%03d".formatted(number);
    }
}
