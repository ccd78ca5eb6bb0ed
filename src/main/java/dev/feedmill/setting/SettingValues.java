package dev.feedmill.setting;

import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The values of the operator's settings. A setting is declared by its one call here, in the record that gives it to its
 * users: with its name, default and limits. The reader of the settings finds them all by these calls.
 */
public interface SettingValues {
    /** A language tag in a setting. */
    Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    /** The default of every setting. */
    SettingValues DEFAULTS = new SettingValues() {
        @Override
        public <T> T value(Setting<T> setting) {
            return setting.byDefault();
        }
    };

    /** The value of a setting; the default if none is given, or one that cannot be. */
    <T> T value(Setting<T> setting);

    /** A line of text; may be empty. */
    default String line(String name) {
        return value(Setting.of(name, "", word -> {
            BadValueException.unless(word.isEmpty() || isLine(word), "must be a line of text or empty");
            return word;
        }));
    }

    /** Refuses a text that cannot be. */
    interface Check {
        void check(String text) throws BadValueException;
    }

    /** A text that a check accepts; may be empty, and have several lines. */
    default String text(String name, Check check) {
        return value(Setting.of(name, "", word -> {
            if (!word.isEmpty()) {
                check.check(word);
            }
            return word;
        }));
    }

    default String folder(String name, String byDefault) {
        return value(Setting.of(name, byDefault, word -> {
            BadValueException.unless(isLine(word), "must be the path of a folder");
            return word;
        }));
    }

    /** The location of the library. */
    default String store(String name, String byDefault) {
        return value(Setting.of(name, byDefault, word -> {
            BadValueException.unless(
                    isLine(word) && Addresses.isStore(word),
                    "must be a folder, or a URL that begins with jdbc:postgresql: or jdbc:sqlite:");
            return word;
        }));
    }

    default String host(String name, String byDefault) {
        return value(Setting.of(name, byDefault, word -> {
            BadValueException.unless(Addresses.isHost(word), "must be a host name or an IP address, without a port");
            return word;
        }));
    }

    /**
     * A line of text of a form.
     *
     * @param form regular expression
     * @param wanted what is allowed, for messages
     */
    default String pattern(String name, String byDefault, String form, String wanted) {
        return word(name, byDefault, word -> word.matches(form), wanted);
    }

    /**
     * One word.
     *
     * @param allowed whether a word is allowed
     * @param wanted which is, for messages
     */
    default String word(String name, String byDefault, Predicate<String> allowed, String wanted) {
        return value(Setting.of(name, byDefault, word -> {
            BadValueException.unless(allowed.test(word), wanted);
            return word;
        }));
    }

    /** Whether a server can listen at it: a host name or an IP address, without a port. */
    static boolean isHost(String word) {
        return Addresses.isHost(word);
    }

    /** One of several words. */
    default String choice(String name, String byDefault, List<String> choices) {
        return value(Setting.of(name, byDefault, word -> {
            BadValueException.unless(choices.contains(word), "must be one of " + String.join(", ", choices));
            return word;
        }));
    }

    /** One of the constants of the type of the default, by its name in lower case. */
    default <E extends Enum<E>> E choice(String name, E byDefault) {
        Class<E> type = byDefault.getDeclaringClass();
        List<String> choices = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        String chosen = choice(name, byDefault.name().toLowerCase(Locale.ROOT), choices);
        return Enum.valueOf(type, chosen.toUpperCase(Locale.ROOT));
    }

    /** A character encoding; null for {@code auto}. */
    default @Nullable Charset encoding(String name) {
        String chosen = value(Setting.of(name, "auto", word -> {
            boolean known = word.matches("[A-Za-z0-9._:+-]+") && (word.equals("auto") || Charset.isSupported(word));
            BadValueException.unless(known, "must be auto or an encoding such as Big5, GBK, Shift_JIS or ISO-8859-1");
            return word;
        }));
        return chosen.equals("auto") ? null : Charset.forName(chosen);
    }

    default boolean yes(String name, boolean byDefault) {
        return value(Setting.of(name, String.valueOf(byDefault), word -> {
            String folded = word.toLowerCase(Locale.ROOT);
            BadValueException.unless(List.of("true", "false", "yes", "no").contains(folded), "must be true or false");
            return folded.equals("true") || folded.equals("yes");
        }));
    }

    /** A language tag; may be empty. */
    default String language(String name) {
        return value(Setting.of(name, "", word -> {
            BadValueException.unless(
                    word.isEmpty() || LANGUAGE.matcher(word).matches(), "must be a language tag such as en or zh-CN");
            return word;
        }));
    }

    /**
     * An absolute web URL without a final slash; may be empty.
     *
     * @param others words that may stand in place of a URL
     */
    default String address(String name, String... others) {
        return value(Setting.of(name, "", word -> {
            String url = word.isEmpty() || List.of(others).contains(word) ? word : Addresses.webUrl(word);
            if (url == null) {
                throw new BadValueException("must be an http or https address such as https://feeds.example.org,"
                        + " without user, query and fragment");
            }
            return url;
        }));
    }

    default int number(String name, int byDefault, int least, int most) {
        String wanted = "must be a number from " + least + " to " + most;
        return value(Setting.of(name, String.valueOf(byDefault), word -> {
            try {
                int number = Integer.parseInt(word);
                BadValueException.unless(number >= least && number <= most, wanted);
                return number;
            } catch (NumberFormatException e) {
                throw new BadValueException(wanted);
            }
        }));
    }

    default Duration duration(String name, String byDefault, String least, String most) {
        String wanted = "must be a time from " + least + " to " + most + ", such as 300ms, 5s, 10m, 1h or 2d";
        return value(Setting.between(name, byDefault, QuantityParser::duration, least, most, wanted));
    }

    /** A size in bytes. */
    default long size(String name, String byDefault, String least, String most) {
        String wanted = "must be a size from " + least + " to " + most + ", such as 250kB or 5MiB";
        return value(Setting.between(name, byDefault, QuantityParser::bytes, least, most, wanted));
    }

    /** A time zone; null if it is empty. */
    default @Nullable ZoneId zone(String name) {
        String zone = value(Setting.of(name, "", word -> {
            try {
                return word.isEmpty() ? word : ZoneId.of(word).toString();
            } catch (DateTimeException e) {
                throw new BadValueException("must be a time zone such as UTC or Asia/Shanghai");
            }
        }));
        return zone.isEmpty() ? null : ZoneId.of(zone);
    }

    /**
     * Several words.
     *
     * @param allowed whether a word is allowed
     * @param wanted which words are, for messages
     */
    default List<String> words(String name, Predicate<String> allowed, String wanted, String... byDefault) {
        return value(new Setting<>(name, List.of(byDefault), true, words -> {
            BadValueException.unless(words.stream().allMatch(allowed), wanted);
            return List.copyOf(words);
        }));
    }

    /** Several words of any kind. */
    default List<String> words(String name, String... byDefault) {
        return words(name, word -> true, "", byDefault);
    }

    /** Whether it is printable: control characters and unpaired surrogates would break feeds and terminals. */
    static boolean isLine(String word) {
        return !word.isBlank()
                && word.codePoints().noneMatch(c -> switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> true;
                    default -> (c & 0xfffe) == 0xfffe;
                });
    }
}
