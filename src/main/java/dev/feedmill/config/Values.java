package dev.feedmill.config;

import dev.feedmill.config.Setting.BadValueException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of values that settings have. */
final class Values {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})\\s*(B|kB|KiB|MB|MiB|GB|GiB)?");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final Map<String, Long> UNITS = Map.of(
            "B",
            1L,
            "kB",
            1000L,
            "KiB",
            1024L,
            "MB",
            1_000_000L,
            "MiB",
            1L << 20,
            "GB",
            1_000_000_000L,
            "GiB",
            1L << 30);

    private Values() {}

    static Setting<String> text(String name, String otherwise) {
        return one(name, otherwise, word -> word);
    }

    static Setting<String> filled(String name, String otherwise) {
        return one(name, otherwise, word -> {
            check(!word.isEmpty(), "must not be empty");
            return word;
        });
    }

    static Setting<String> choice(String name, String otherwise, List<String> choices) {
        return one(name, otherwise, word -> {
            check(choices.contains(word), "must be one of " + String.join(", ", choices));
            return word;
        });
    }

    static Setting<String> language(String name, String otherwise) {
        return one(name, otherwise, word -> {
            check(LANGUAGE.matcher(word).matches(), "must be a language tag such as en or zh-CN");
            return word;
        });
    }

    /** An absolute web address without a final slash, or nothing. */
    static Setting<String> address(String name) {
        return one(name, "", word -> {
            check(word.isEmpty() || isAddress(word), "must be an address such as https://feeds.example.org");
            return word.replaceFirst("/+$", "");
        });
    }

    private static boolean isAddress(String word) {
        try {
            URI uri = new URI(word);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https"))
                    && uri.getHost() != null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    static Setting<Integer> number(String name, int otherwise, int least, int most) {
        return one(name, String.valueOf(otherwise), word -> {
            try {
                int number = Integer.parseInt(word);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw new BadValueException("must be a number from " + least + " to " + most);
            }
            throw new BadValueException("must be a number from " + least + " to " + most);
        });
    }

    static Setting<Duration> duration(String name, String otherwise) {
        return one(name, otherwise, word -> {
            Matcher matcher = DURATION.matcher(word);
            check(matcher.matches(), "must be a time such as 300ms, 5s, 10m, 1h or 2d");
            long count = Long.parseLong(matcher.group(1));
            Duration duration = switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(count);
                case "s" -> Duration.ofSeconds(count);
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                default -> Duration.ofDays(count);
            };
            check(!duration.isZero(), "must be longer than nothing");
            return duration;
        });
    }

    /** In bytes. */
    static Setting<Long> size(String name, String otherwise) {
        return one(name, otherwise, word -> {
            Matcher matcher = SIZE.matcher(word);
            check(matcher.matches(), "must be a size such as 250kB or 5MiB");
            long bytes = Long.parseLong(matcher.group(1)) * UNITS.getOrDefault(String.valueOf(matcher.group(2)), 1L);
            check(bytes > 0 && bytes < 1L << 40, "must be more than nothing and less than 1024GiB");
            return bytes;
        });
    }

    static Setting<ZoneId> zone(String name, String otherwise) {
        return one(name, otherwise, word -> {
            try {
                return ZoneId.of(word);
            } catch (DateTimeException e) {
                throw new BadValueException("must be a time zone such as UTC or Asia/Shanghai");
            }
        });
    }

    static Setting<List<String>> list(String name, String... otherwise) {
        return new Setting<>(name, List.of(otherwise), true, List::copyOf);
    }

    private interface Word<T> {
        T read(String word) throws BadValueException;
    }

    private static <T> Setting<T> one(String name, String otherwise, Word<T> word) {
        return new Setting<>(name, List.of(otherwise), false, words -> {
            check(words.size() == 1, "must be one value, not a list");
            return word.read(words.get(0).strip());
        });
    }

    private static void check(boolean holds, String wanted) throws BadValueException {
        if (!holds) {
            throw new BadValueException(wanted);
        }
    }
}
