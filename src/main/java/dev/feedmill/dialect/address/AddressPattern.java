package dev.feedmill.dialect.address;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An address pattern with placeholders. */
public final class AddressPattern {
    /** {@code :year}, as in Hexo, Jekyll and Hugo. */
    private static final Pattern COLON = Pattern.compile(":(\\w+)");

    /** {@code {slug}}, as in Pelican and Material for MkDocs. */
    private static final Pattern BRACES = Pattern.compile("\\{(\\w+)(?::([^{}]*))?\\}");

    private AddressPattern() {}

    /** Fills in a pattern with colons; null if a placeholder has no value. */
    public static @Nullable String ofColons(String pattern, Function<String, @Nullable String> value) {
        return fill(COLON.matcher(pattern), value);
    }

    /**
     * Fills in a pattern with braces; null if a placeholder has no value. A name includes any format after its colon.
     */
    public static @Nullable String ofBraces(String pattern, Function<String, @Nullable String> value) {
        return fill(BRACES.matcher(pattern), value);
    }

    private static @Nullable String fill(Matcher next, Function<String, @Nullable String> value) {
        StringBuilder filled = new StringBuilder();
        while (next.find()) {
            String format = next.groupCount() > 1 ? next.group(2) : null;
            String found = value.apply(format == null ? next.group(1) : next.group(1) + ":" + format);
            if (found == null) {
                return null;
            }
            next.appendReplacement(filled, Matcher.quoteReplacement(found));
        }
        return next.appendTail(filled).toString();
    }

    /** Formats a date as {@code strftime} of C and Python does, for the directives that addresses use. */
    public static String date(String format, java.time.LocalDateTime date) {
        Map<Character, String> parts = Map.of(
                'Y', DatePart.year(date),
                'y', DatePart.year(date).substring(2),
                'm', DatePart.two(date.getMonthValue()),
                'd', DatePart.two(date.getDayOfMonth()),
                'j', DatePart.three(date.getDayOfYear()),
                'H', DatePart.two(date.getHour()),
                'M', DatePart.two(date.getMinute()),
                'S', DatePart.two(date.getSecond()),
                'b', DatePart.month(date).substring(0, 3),
                'B', DatePart.month(date));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            boolean part = format.charAt(i) == '%' && i + 1 < format.length();
            boolean unpadded = part && format.charAt(i + 1) == '-' && i + 2 < format.length();
            char name = part ? format.charAt(i + (unpadded ? 2 : 1)) : ' ';
            String found = part ? parts.get(name) : null;
            if (found == null) {
                text.append(format.charAt(i));
            } else {
                text.append(unpadded ? found.replaceFirst("^0+(?=.)", "") : found);
                i += unpadded ? 2 : 1;
            }
        }
        return text.toString();
    }
}
