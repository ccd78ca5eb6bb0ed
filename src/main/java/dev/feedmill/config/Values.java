package dev.feedmill.config;

import dev.feedmill.config.Setting.BadValueException;
import dev.feedmill.dialect.config.PathPatterns;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Types of setting values. */
final class Values {
    static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    /** Value meaning that this server's pages are the website. */
    private static final String HERE = "here";

    private Values() {}

    static Setting<String> author(String name) {
        return one(name, "", word -> {
            check(word.isEmpty() || isLine(word), "must be a line of text or empty");
            return word;
        });
    }

    /** A secret; may be empty. */
    static Setting<String> token(String name) {
        return one(name, "", word -> {
            check(word.isEmpty() || isLine(word), "must be a line of text or empty");
            return word;
        });
    }

    static Setting<String> filled(String name, String otherwise) {
        return one(name, otherwise, word -> {
            check(isLine(word), "must be a line of text");
            return word;
        });
    }

    /** A line of text; may be empty. */
    static Setting<String> line(String name) {
        return author(name);
    }

    static Setting<String> path(String name, String otherwise) {
        return one(name, otherwise, word -> {
            check(isLine(word), "must be the path of a folder");
            return word;
        });
    }

    static Setting<List<String>> folderNames(String name, String... otherwise) {
        return new Setting<>(name, List.of(otherwise), true, words -> {
            for (String word : words) {
                check(
                        isLine(word) && !word.contains("/") && !word.contains("\\"),
                        "must be names of folders without a slash");
            }
            return List.copyOf(words);
        });
    }

    /** The location of the library. */
    static Setting<String> store(String name, String otherwise) {
        return one(name, otherwise, word -> {
            check(
                    isLine(word) && Addresses.isStore(word),
                    "must be a folder, or a URL that begins with jdbc:postgresql: or jdbc:sqlite:");
            return word;
        });
    }

    static Setting<String> host(String name, String otherwise) {
        return one(name, otherwise, word -> {
            check(Addresses.isHost(word), "must be a host name or an IP address, without a port");
            return word;
        });
    }

    static Setting<String> choice(String name, String otherwise, List<String> choices) {
        return one(name, otherwise, word -> {
            check(choices.contains(word), "must be one of " + String.join(", ", choices));
            return word;
        });
    }

    /** A character encoding, or {@code auto}. */
    static Setting<Optional<Charset>> encoding(String name) {
        return one(name, "auto", word -> {
            boolean known = word.matches("[A-Za-z0-9._:+-]+") && (word.equals("auto") || Charset.isSupported(word));
            check(known, "must be auto or an encoding such as Big5, GBK, Shift_JIS or ISO-8859-1");
            return word.equals("auto") ? Optional.empty() : Optional.of(Charset.forName(word));
        });
    }

    static Setting<Boolean> yes(String name, boolean otherwise) {
        return one(name, String.valueOf(otherwise), word -> {
            String folded = word.toLowerCase(Locale.ROOT);
            check(List.of("true", "false", "yes", "no").contains(folded), "must be true or false");
            return folded.equals("true") || folded.equals("yes");
        });
    }

    /** A language tag; may be empty. */
    static Setting<String> language(String name) {
        return one(name, "", word -> {
            check(word.isEmpty() || LANGUAGE.matcher(word).matches(), "must be a language tag such as en or zh-CN");
            return word;
        });
    }

    /** An absolute web URL without a final slash, {@code here}, or empty. */
    static Setting<String> home(String name) {
        Setting<String> address = address(name);
        return new Setting<>(
                name,
                List.of(""),
                false,
                words -> words.equals(List.of(HERE)) ? HERE : address.reader().read(words));
    }

    /** An absolute web URL without a final slash; may be empty. */
    static Setting<String> address(String name) {
        return one(name, "", word -> {
            String url = word.isEmpty() ? word : Addresses.webUrl(word);
            if (url == null) {
                throw new BadValueException("must be an http or https address such as https://feeds.example.org,"
                        + " without user, query and fragment");
            }
            return url;
        });
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

    static Setting<Duration> duration(String name, String otherwise, String least, String most) {
        String wanted = "must be a time from " + least + " to " + most + ", such as 300ms, 5s, 10m, 1h or 2d";
        return between(name, otherwise, QuantityParser::duration, least, most, wanted);
    }

    /** A size in bytes. */
    static Setting<Long> size(String name, String otherwise, String least, String most) {
        String wanted = "must be a size from " + least + " to " + most + ", such as 250kB or 5MiB";
        return between(name, otherwise, QuantityParser::bytes, least, most, wanted);
    }

    private static <T extends Comparable<T>> Setting<T> between(
            String name, String otherwise, Amount<T> amount, String least, String most, String wanted) {
        T from = Objects.requireNonNull(amount.of(least));
        T to = Objects.requireNonNull(amount.of(most));
        return one(name, otherwise, word -> {
            T value = amount.of(word);
            if (value == null || value.compareTo(from) < 0 || value.compareTo(to) > 0) {
                throw new BadValueException(wanted);
            }
            return value;
        });
    }

    private interface Amount<T> {
        @Nullable
        T of(String word);
    }

    /** A time zone; may be empty. */
    static Setting<Optional<ZoneId>> zone(String name) {
        return one(name, "", word -> {
            try {
                return word.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(word));
            } catch (DateTimeException e) {
                throw new BadValueException("must be a time zone such as UTC or Asia/Shanghai");
            }
        });
    }

    /** Glob patterns of paths. */
    static Setting<List<String>> globs(String name, String... otherwise) {
        return new Setting<>(name, List.of(otherwise), true, words -> {
            for (String word : words) {
                check(PathPatterns.isGlob(word), "must be globs of paths such as drafts/ or **/*.txt");
            }
            return List.copyOf(words);
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

    private static void check(boolean holds, String wanted) throws BadValueException {
        if (!holds) {
            throw new BadValueException(wanted);
        }
    }
}
