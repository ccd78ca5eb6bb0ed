package dev.feedmill.reading;

import dev.feedmill.html.ForwardFinder;
import dev.feedmill.html.PlainText;

/** Finds what a body calls itself, for articles that name no title. */
final class HeadingFinder {
    /** Longer ones are no titles. */
    private static final int LONGEST = 500;

    private HeadingFinder() {}

    /** The first heading of the two highest levels, or an empty text. */
    static String find(String body) {
        String html = html(body);
        return html.isEmpty() ? markdown(body) : html;
    }

    private static String html(String body) {
        ForwardFinder finder = new ForwardFinder(body);
        int title = element("title", body, finder);
        int heading = element("h1", body, finder);
        int first = title < 0 || (heading >= 0 && heading < title) ? heading : title;
        if (first < 0) {
            return "";
        }
        int start = finder.find(">", first) + 1;
        int end = finder.findEndTag(first == title ? "title" : "h1", start);
        return PlainText.of(withoutTags(body.substring(start, end)));
    }

    /** Offset of the first such element that is not too long, or -1. */
    private static int element(String name, String body, ForwardFinder finder) {
        for (int at = finder.find("<" + name, 0); at >= 0; at = finder.find("<" + name, at + 1)) {
            int behind = at + 1 + name.length();
            boolean whole = behind < body.length() && " \t\n>".indexOf(body.charAt(behind)) >= 0;
            int start = finder.find(">", at) + 1;
            int end = start == 0 ? -1 : finder.findEndTag(name, start);
            if (whole && end > start && end - start <= LONGEST) {
                return at;
            }
        }
        return -1;
    }

    private static String markdown(String body) {
        return body.lines()
                .map(String::strip)
                .filter(line -> line.length() <= LONGEST && level(line) > 0)
                .map(HeadingFinder::words)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static int level(String line) {
        int marks = line.startsWith("##") ? 2 : line.startsWith("#") ? 1 : 0;
        return marks > 0 && marks < line.length() && Character.isWhitespace(line.charAt(marks)) ? marks : 0;
    }

    private static String words(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == '#') {
            end--;
        }
        String words = withoutTags(line.substring(Math.min(end, level(line)), end));
        return PlainText.of(words.replaceAll("[*_`]{1,3}", ""));
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
