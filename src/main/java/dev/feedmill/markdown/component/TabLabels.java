package dev.feedmill.markdown.component;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Labels of a text's tabs that have none of their own (docusaurus.io/docs/markdown-features/tabs). */
final class TabLabels {
    private static final String TEXT = "[\"'`]([^\"'`]{1,200})[\"'`]";
    private static final Pattern LABEL_FIRST =
            Pattern.compile("\\blabel:\\s{0,9}" + TEXT + "\\s{0,9},\\s{0,99}value:\\s{0,9}" + TEXT);
    private static final Pattern VALUE_FIRST =
            Pattern.compile("\\bvalue:\\s{0,9}" + TEXT + "\\s{0,9},\\s{0,99}label:\\s{0,9}" + TEXT);

    private final Map<String, String> byValue = new HashMap<>();

    /** Records the labels that a group of tabs declares. */
    void see(JsxTag tag, String written) {
        if (tag.closes() || !tag.name().equals("Tabs")) {
            return;
        }
        byValue.clear();
        Matcher first = LABEL_FIRST.matcher(written);
        while (first.find()) {
            byValue.put(first.group(2), first.group(1));
        }
        Matcher last = VALUE_FIRST.matcher(written);
        while (last.find()) {
            byValue.put(last.group(1), last.group(2));
        }
    }

    /** Returns the label as Markdown; empty if the tag is no tab. */
    String of(JsxTag tag) {
        String value = tag.first("value");
        boolean tab = tag.name().toLowerCase(Locale.ROOT).equals("tabitem") && !value.isEmpty();
        return tab ? "**" + MdxComponents.escaped(byValue.getOrDefault(value, value)) + "**" : "";
    }
}
