package dev.feedmill.reading.episode;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parser of file lengths and durations as authors write them. */
final class LengthParser {
    private static final Pattern BYTES =
            Pattern.compile("(\\d{1,3}(?:[,_ ]\\d{3})+|\\d{1,15}(?:[.,]\\d{1,3})?)\\s*([kmg]i?)?(?:b|bytes?)?");
    private static final Map<String, Long> UNITS = Map.of(
            "", 1L, "k", 1_000L, "m", 1_000_000L, "g", 1_000_000_000L, "ki", 1L << 10, "mi", 1L << 20, "gi", 1L << 30);

    private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,3}):(\\d{1,2})(?:[.,](\\d{1,9}))?");
    private static final Pattern WORDS = Pattern.compile("(?:pt)?\\s*(?:(\\d{1,3})\\s*h(?:ours?|rs?)?)?[\\s,]*"
            + "(?:(\\d{1,5})\\s*m(?:in(?:ute)?s?)?)?[\\s,]*(?:(\\d{1,6}(?:[.]\\d{1,9})?)\\s*s(?:ec(?:ond)?s?)?)?\\.?");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(?:[.]\\d{1,9})?");

    private LengthParser() {}

    /**
     * Parses a file length such as {@code 65103280}, {@code 65,103,280} or {@code 65.1 MB}, in bytes; -1 if it is none.
     */
    static long bytes(String written) {
        Matcher matcher = BYTES.matcher(written.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return -1;
        }
        String number = matcher.group(1);
        String unit = matcher.group(2) == null ? "" : matcher.group(2);
        boolean isGrouped = number.matches("\\d{1,3}([,_ ]\\d{3})+") && unit.isEmpty();
        BigDecimal value = new BigDecimal(isGrouped ? number.replaceAll("\\D", "") : number.replace(',', '.'));
        BigDecimal bytes =
                value.multiply(BigDecimal.valueOf(UNITS.getOrDefault(unit, 1L))).setScale(0, RoundingMode.HALF_UP);
        return bytes.precision() > 18 ? -1 : bytes.longValue();
    }

    /**
     * Parses a duration such as {@code 1:07:42}, {@code 67:42.5}, {@code 4062}, {@code 1h 7m} or {@code PT1H7M}, in
     * milliseconds; -1 if it is none.
     */
    static long millis(String written) {
        String text = written.strip().toLowerCase(Locale.ROOT);
        if (SECONDS.matcher(text).matches()) {
            return millis("0", "0", text);
        }
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            String seconds = clock.group(3) + "." + (clock.group(4) == null ? "0" : clock.group(4));
            return millis(clock.group(1), clock.group(2), seconds);
        }
        Matcher words = WORDS.matcher(text);
        boolean isTime =
                words.matches() && (words.group(1) != null || words.group(2) != null || words.group(3) != null);
        return isTime ? millis(words.group(1), words.group(2), words.group(3)) : -1;
    }

    private static long millis(@Nullable String hours, @Nullable String minutes, @Nullable String seconds) {
        long whole = (hours == null ? 0 : Long.parseLong(hours)) * 3600
                + (minutes == null ? 0 : Long.parseLong(minutes)) * 60;
        BigDecimal rest = new BigDecimal(seconds == null ? "0" : seconds);
        return rest.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValue() + whole * 1000;
    }
}
