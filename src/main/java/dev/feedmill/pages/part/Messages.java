package dev.feedmill.pages.part;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The messages of the pages in one language, from {@code messages_xx.properties}. Thread-safe. */
public final class Messages {
    private static final Messages ENGLISH = new Messages(Locale.ENGLISH);
    private static final Messages CHINESE = new Messages(Locale.CHINESE);

    private final Locale locale;
    private final Properties messages;

    private Messages(Locale locale) {
        this.locale = locale;
        this.messages = read("messages_" + locale.getLanguage() + ".properties");
    }

    /** The messages for a BCP 47 tag, in English if there is no translation. */
    public static Messages of(String language) {
        return Locale.forLanguageTag(language).getLanguage().equals("zh") ? CHINESE : ENGLISH;
    }

    /**
     * Formats a message.
     *
     * @param key key in the file; a missing key is a bug
     */
    public String get(String key, Object... values) {
        String message = messages.getProperty(key);
        if (message == null) {
            throw new IllegalArgumentException("the messages lack '" + key + "'");
        }
        return values.length == 0 ? message : new MessageFormat(message, locale).format(values);
    }

    /** A message without values; null if there is none of this key. */
    public @Nullable String find(String key) {
        return messages.getProperty(key);
    }

    /**
     * Formats a date, or a date with the time of day.
     *
     * @param pattern key of the pattern: {@code day} or {@code moment}
     */
    public String date(String pattern, TemporalAccessor time) {
        return DateTimeFormatter.ofPattern(get(pattern), locale).format(time);
    }

    public Locale locale() {
        return locale;
    }

    Set<String> keys() {
        return messages.stringPropertyNames();
    }

    private static Properties read(String name) {
        Properties messages = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                messages.load(reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }
}
