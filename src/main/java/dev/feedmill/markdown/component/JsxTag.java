package dev.feedmill.markdown.component;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One tag of a component, whose name begins with a capital letter.
 *
 * @param attributes those whose values are texts
 * @param end offset after it
 * @param closes whether it is an end tag
 * @param isEmpty whether it is self-closing: {@code <Tweet />}
 */
record JsxTag(String name, Map<String, String> attributes, int end, boolean closes, boolean isEmpty) {
    private static final int MAX_LENGTH = 4000;
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "([A-Za-z][\\w-]{0,60})\\s{0,9}=\\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|\\{\\s{0,9}[\"'`]([^\"'`{}]*)[\"'`]\\s{0,9}\\})");

    JsxTag {
        attributes = Map.copyOf(attributes);
    }

    /**
     * Returns the component tag at a {@code <}; null for none.
     *
     * @param values known values in braces
     */
    static @Nullable JsxTag at(String text, int start, JsxValues values) {
        boolean closes = text.startsWith("/", start + 1);
        int nameStart = start + (closes ? 2 : 1);
        int nameEnd = nameStart;
        while (nameEnd < text.length()
                && (Character.isLetterOrDigit(text.charAt(nameEnd)) || text.charAt(nameEnd) == '.')) {
            nameEnd++;
        }
        boolean fragment = nameEnd == nameStart && text.startsWith(">", nameEnd);
        if (!fragment && (nameEnd == nameStart || !Character.isUpperCase(text.charAt(nameStart)))) {
            return null;
        }
        int close = close(text, nameEnd);
        if (close < 0) {
            return null;
        }
        String name = text.substring(nameStart, nameEnd);
        boolean empty = text.charAt(close - 1) == '/' && !closes;
        return new JsxTag(name, attributes(values.plain(text.substring(nameEnd, close))), close + 1, closes, empty);
    }

    /** Returns the offset of the {@code >} that ends a tag, past quotes and braces; -1 for none. */
    static int close(String text, int from) {
        int braces = 0;
        char quote = 0;
        int limit = Math.min(text.length(), from + MAX_LENGTH);
        for (int i = from; i < limit; i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'' || c == '`') {
                quote = c;
            } else if (c == '{') {
                braces++;
            } else if (c == '}') {
                braces--;
            } else if (braces <= 0 && c == '>') {
                return i;
            } else if (braces <= 0 && c == '<') {
                return -1;
            }
        }
        return -1;
    }

    private static Map<String, String> attributes(String written) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(written);
        while (attribute.find()) {
            String value = attribute.group(2) != null
                    ? attribute.group(2)
                    : attribute.group(3) != null ? attribute.group(3) : attribute.group(4);
            attributes.putIfAbsent(attribute.group(1), value);
        }
        return attributes;
    }

    /** Returns the value of the first attribute that exists, or an empty text. */
    String first(String... names) {
        for (String name : names) {
            String value = attributes.getOrDefault(name, "");
            if (!value.isBlank()) {
                return value.strip();
            }
        }
        return "";
    }
}
