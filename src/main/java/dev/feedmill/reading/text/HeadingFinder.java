package dev.feedmill.reading.text;

import dev.feedmill.html.markup.ForwardFinder;
import dev.feedmill.html.text.PlainText;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the title in the body, for articles without a title in front matter. */
public final class HeadingFinder {
    private static final Pattern DOCUMENT = Pattern.compile("(?i)<(!doctype|html|head|title)\\b");

    /** MDX imports before all other text. */
    private static final Pattern IMPORTS = Pattern.compile("(?:import\\s[^\\n]*[\"'];?\\s*+)++");

    /** Length limit of titles. */
    private static final int MAX_LENGTH = 500;

    private HeadingFinder() {}

    /**
     * Returns the title of an HTML document, or the highest heading at the start of the body; else an empty text.
     *
     * @param words returns the text of a line of Markdown
     */
    public static String find(String body, UnaryOperator<String> words) {
        String start = withoutImports(body.strip());
        return start.startsWith("<") ? html(start) : words.apply(markdown(start));
    }

    /**
     * Returns Markdown text without such a heading and with the same number of lines; MDX imports may precede the
     * heading.
     */
    public static String without(String body) {
        int at = 0;
        while (at < body.length()) {
            int end = lineEnd(body, at);
            String line = body.substring(at, end).strip();
            if (!line.isEmpty() && !IMPORTS.matcher(line).matches()) {
                int below = lineEnd(body, Math.min(end + 1, body.length()));
                boolean underlined = body.substring(Math.min(end + 1, body.length()), below)
                        .strip()
                        .matches("={2,}");
                return isHeading(line)
                        ? body.substring(0, at) + body.substring(end)
                        : underlined ? body.substring(0, at) + "\n" + body.substring(below) : body;
            }
            at = end + 1;
        }
        return body;
    }

    private static int lineEnd(String body, int from) {
        int end = body.indexOf('\n', from);
        return end < 0 ? body.length() : end;
    }

    private static String withoutImports(String body) {
        Matcher imports = IMPORTS.matcher(body);
        return imports.lookingAt() ? body.substring(imports.end()) : body;
    }

    private static String html(String body) {
        ForwardFinder finder = new ForwardFinder(body);
        int title = DOCUMENT.matcher(body).lookingAt() ? element("title", body, finder) : -1;
        int heading = title < 0 ? element("h1", body, finder) : -1;
        int first = title >= 0 ? title : heading == 0 ? heading : -1;
        if (first < 0) {
            return "";
        }
        int start = finder.find(">", first) + 1;
        int end = finder.findEndTag(first == title ? "title" : "h1", start);
        return PlainText.of(withoutTags(body.substring(start, end)));
    }

    /** Returns the offset of the first such element within the length limit, or -1. */
    private static int element(String name, String body, ForwardFinder finder) {
        for (int at = finder.find("<" + name, 0); at >= 0; at = finder.find("<" + name, at + 1)) {
            int behind = at + 1 + name.length();
            boolean whole = behind < body.length() && " \t\n>".indexOf(body.charAt(behind)) >= 0;
            int start = finder.find(">", at) + 1;
            int end = start == 0 ? -1 : finder.findEndTag(name, start);
            if (whole && end > start && end - start <= MAX_LENGTH) {
                return at;
            }
        }
        return -1;
    }

    private static String markdown(String body) {
        List<String> lines = body.lines().limit(2).toList();
        String first = lines.isEmpty() ? "" : lines.get(0).strip();
        boolean underlined = lines.size() > 1 && lines.get(1).strip().matches("={2,}");
        if (first.length() > MAX_LENGTH) {
            return "";
        }
        return isHeading(first) ? first.substring(1).strip() : underlined ? first : "";
    }

    private static boolean isHeading(String line) {
        return line.length() > 1 && line.charAt(0) == '#' && Character.isWhitespace(line.charAt(1));
    }

    private static String withoutTags(String text) {
        StringBuilder words = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int tag = text.indexOf('<', at);
            int end = tag < 0 ? -1 : text.indexOf('>', tag);
            words.append(text, at, end < 0 ? text.length() : tag);
            at = end < 0 ? text.length() : end + 1;
        }
        return words.toString();
    }
}
