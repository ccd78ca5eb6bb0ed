package dev.feedmill.reading.header;

import dev.feedmill.html.text.PlainText;
import dev.feedmill.yaml.Mapping;
import dev.feedmill.yaml.Node;
import dev.feedmill.yaml.Scalar;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Front matter in the head of an HTML file: {@code <title>} and {@code <meta name="…" content="…">}. */
public final class HtmlHead {
    private static final Pattern TAG =
            Pattern.compile("(?i)<title[^>]{0,4096}+>([^<]{0,4096}+)</title>|<meta\\s([^>]{0,4096}+)>|<body|</head");
    private static final Pattern HEAD = Pattern.compile("(?i)\\s{0,99}+<(?:!doctype|html|head)\\b");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(?is)(name|content|contents)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))");

    private HtmlHead() {}

    /**
     * Reads the head of a text; returns no fields if it has none.
     *
     * @param max limit of the characters of a head that are read
     */
    public static Mapping read(String text, int firstLine, int max) {
        Map<String, Node> values = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        Matcher tag = TAG.matcher(text.substring(0, Math.min(max, text.length())));
        int line = firstLine;
        int counted = 0;
        boolean ends = text.length() <= max;
        while (tag.find()) {
            if (tag.group(1) == null && tag.group(2) == null) {
                ends = true;
                break;
            }
            for (; counted < tag.start(); counted++) {
                line += text.charAt(counted) == '\n' ? 1 : 0;
            }
            if (tag.group(1) != null) {
                add("title", tag.group(1), line, values, lines);
            } else {
                Map<String, String> attributes = attributes(tag.group(2));
                String name = attributes.getOrDefault("name", "").toLowerCase(Locale.ROOT);
                String content = attributes.getOrDefault("content", attributes.get("contents"));
                if (content != null && name.matches("[\\p{L}_][\\p{L}\\p{N}_.-]*")) {
                    add(name.equals("keywords") ? "tags" : name, content, line, values, lines);
                }
            }
        }
        if (!ends && HEAD.matcher(text).lookingAt()) {
            // The key that holds the article back may be beyond the limit.
            values.put("draft", new Scalar("true", firstLine));
        }
        return values.isEmpty() ? Mapping.empty(firstLine) : new Mapping(values, lines, firstLine);
    }

    private static void add(String key, String value, int line, Map<String, Node> values, Map<String, Integer> lines) {
        if (values.putIfAbsent(key, new Scalar(PlainText.ofHtml(value), line)) == null) {
            lines.put(key, line);
        }
    }

    private static Map<String, String> attributes(String tag) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(tag);
        while (attribute.find()) {
            String value = attribute.group(2) != null
                    ? attribute.group(2)
                    : attribute.group(3) != null ? attribute.group(3) : attribute.group(4);
            attributes.putIfAbsent(attribute.group(1).toLowerCase(Locale.ROOT), value);
        }
        return attributes;
    }
}
