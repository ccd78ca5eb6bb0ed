package dev.feedmill.setting;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses durations and sizes in settings: a number with its unit; null if invalid. */
final class QuantityParser {
    /** So few digits that no unit causes an overflow. */
    private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,9})\\s*([A-Za-z]*)");

    private static final Map<String, Duration> TIMES = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    /** Case does not matter, since no setting is in bits. */
    private static final Map<String, Long> SIZES = Map.of(
            "", 1L,
            "b", 1L,
            "kb", 1_000L,
            "mb", 1_000_000L,
            "gb", 1_000_000_000L,
            "kib", 1L << 10,
            "mib", 1L << 20,
            "gib", 1L << 30);

    private QuantityParser() {}

    static @Nullable Duration duration(String text) {
        Matcher amount = AMOUNT.matcher(text);
        Duration unit = amount.matches() ? TIMES.get(amount.group(2)) : null;
        return unit == null ? null : unit.multipliedBy(Long.parseLong(amount.group(1)));
    }

    static @Nullable Long bytes(String text) {
        Matcher amount = AMOUNT.matcher(text);
        Long unit = amount.matches() ? SIZES.get(amount.group(2).toLowerCase(Locale.ROOT)) : null;
        return unit == null ? null : unit * Long.parseLong(amount.group(1));
    }
}
