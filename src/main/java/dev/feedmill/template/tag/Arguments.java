package dev.feedmill.template.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a tag: words, quoted texts, and named values, in order.
 *
 * @param written as the author wrote them
 */
public record Arguments(String written, List<Argument> all) {

    /**
     * One argument.
     *
     * @param name in lower case; empty for a positional value
     * @param quoted whether the value is in quotes
     */
    public record Argument(String name, String value, boolean quoted) {
        boolean isWord() {
            return name.isEmpty();
        }
    }

    public static Arguments of(String written) {
        List<Argument> all = new ArrayList<>();
        int at = 0;
        while (at < written.length()) {
            char c = written.charAt(at);
            if (Character.isWhitespace(c) || c == ',') {
                at++;
                continue;
            }
            int equals = isQuote(c) ? -1 : equals(written, at);
            String name =
                    equals < 0 ? "" : written.substring(at, equals).strip().toLowerCase(Locale.ROOT);
            int start = equals < 0 ? at : afterBlanks(written, equals + 1);
            int end = end(written, start);
            boolean quoted = end > start && isQuote(written.charAt(start));
            all.add(new Argument(name, value(written, start, end), quoted));
            at = Math.max(end, at + 1);
        }
        return new Arguments(written, List.copyOf(all));
    }

    /** Returns the value of the first name that has one; null for none. */
    @Nullable
    public String named(String... names) {
        for (String name : names) {
            for (Argument argument : all) {
                if (argument.name().equals(name) && !argument.value().isBlank()) {
                    return argument.value();
                }
            }
        }
        return null;
    }

    /** Returns the positional values. */
    public List<String> words() {
        return all.stream().filter(Argument::isWord).map(Argument::value).toList();
    }

    /** Returns the positional value at a place, counted from 0; null if there are fewer. */
    @Nullable
    public String word(int place) {
        List<String> words = words();
        return place < words.size() ? words.get(place) : null;
    }

    /** Returns the named value, or else the positional one. */
    @Nullable
    public String namedOrWord(int place, String... names) {
        String named = named(names);
        return named == null ? word(place) : named;
    }

    /** Returns the offset of the sign between a name and its value, or -1. */
    private static int equals(String text, int start) {
        int at = start;
        while (at < text.length() && isNameChar(text.charAt(at))) {
            at++;
        }
        int name = at;
        boolean colon =
                name > start + 1 && text.charAt(name - 1) == ':' && name < text.length() && isQuote(text.charAt(name));
        if (colon) {
            return name - 1;
        }
        at = afterBlanks(text, at);
        boolean is = name > start && at < text.length() && text.charAt(at) == '=';
        return is && !(at + 1 < text.length() && text.charAt(at + 1) == '=') && name - start < 60 ? at : -1;
    }

    private static int afterBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int end(String text, int start) {
        if (start >= text.length()) {
            return start;
        }
        char quote = text.charAt(start);
        if (isQuote(quote)) {
            int at = start + 1;
            while (at < text.length() && text.charAt(at) != quote) {
                at += text.charAt(at) == '\\' && quote != '`' ? 2 : 1;
            }
            if (at < text.length()) {
                return at + 1;
            }
        }
        int at = start;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        // A comma separates arguments, unless it is within a URL.
        return at > start + 1 && text.charAt(at - 1) == ',' ? at - 1 : at;
    }

    private static String value(String text, int start, int end) {
        if (end - start >= 2 && isQuote(text.charAt(start)) && text.charAt(end - 1) == text.charAt(start)) {
            String inner = text.substring(start + 1, end - 1);
            return inner.indexOf('\\') < 0
                    ? inner
                    : inner.replace("\\\"", "\"").replace("\\'", "'").replace("\\\\", "\\");
        }
        return text.substring(start, end);
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '`';
    }

    private static boolean isNameChar(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == ':' || c == '.';
    }
}
