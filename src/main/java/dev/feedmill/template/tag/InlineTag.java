package dev.feedmill.template.tag;

import dev.feedmill.template.value.Filters;
import java.util.Map;
import java.util.Set;

/** Inline text that a tag only marks, such as {@code kbd} and {@code mark}. */
final class InlineTag {
    private static final Map<String, String> ELEMENTS = Map.ofEntries(
            Map.entry("keyboard", "kbd"),
            Map.entry("kbd", "kbd"),
            Map.entry("mark", "mark"),
            Map.entry("highlight-text", "mark"),
            Map.entry("del", "del"),
            Map.entry("s", "del"),
            Map.entry("sub", "sub"),
            Map.entry("sup", "sup"),
            Map.entry("u", "u"),
            Map.entry("underline", "u"),
            Map.entry("em", "em"),
            Map.entry("i", "em"),
            Map.entry("emp", "strong"),
            Map.entry("strong", "strong"),
            Map.entry("b", "strong"),
            Map.entry("small", "small"));

    /** Tags whose style follows the text and a comma; in {@link #LOOK_FIRST} it precedes the text. */
    private static final Set<String> LOOK_LAST = Set.of("hideinline", "cb");

    private static final Set<String> LOOK_FIRST = Set.of("span", "p", "checkbox", "radio");

    private InlineTag() {}

    static String html(String name, Arguments arguments) {
        return around(name, Filters.escaped(label(name, arguments)), arguments);
    }

    static TagWrapper enclosing(String name, Arguments arguments) {
        String around = around(name, "\0", arguments);
        int place = around.indexOf('\0');
        return TagWrapper.inline(around.substring(0, place), around.substring(place + 1));
    }

    private static String around(String name, String html, Arguments arguments) {
        String title = arguments.named("title");
        if (name.equals("abbr")) {
            String word = arguments.word(1);
            String meaning = title == null && word != null ? word : title;
            return meaning == null
                    ? "<abbr>" + html + "</abbr>"
                    : "<abbr title=\"" + Filters.escaped(meaning) + "\">" + html + "</abbr>";
        }
        String element = ELEMENTS.get(name);
        return element == null ? html : "<" + element + ">" + html + "</" + element + ">";
    }

    /** Returns the text of {@code class@words}, {@code look, words} or words followed by {@code color:red}. */
    private static String label(String name, Arguments arguments) {
        String named = arguments.named("text", "content", "label", "title");
        if (named != null) {
            return named;
        }
        if (name.equals("abbr")) {
            String word = arguments.word(0);
            return word == null ? "" : word;
        }
        String written = String.join(
                " ",
                arguments.words().stream()
                        .filter(word -> !word.startsWith("color:"))
                        .toList());
        int at = written.indexOf('@');
        if (name.equals("label") && at >= 0) {
            return written.substring(at + 1);
        }
        String plain = arguments.written();
        int comma = plain.indexOf(',');
        if (comma > 0 && LOOK_LAST.contains(name)) {
            return plain.substring(0, comma).strip();
        }
        if (comma > 0 && LOOK_FIRST.contains(name)) {
            return plain.substring(comma + 1).strip();
        }
        int last = written.lastIndexOf(' ');
        return name.equals("label") && last > 0 && BoxTitle.isStyle(written.substring(last + 1))
                ? written.substring(0, last).strip()
                : written;
    }
}
