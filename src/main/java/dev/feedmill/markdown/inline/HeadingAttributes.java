package dev.feedmill.markdown.inline;

import org.commonmark.node.Heading;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Takes {@code {#id .class}} off the end of headings. */
public final class HeadingAttributes {
    private HeadingAttributes() {}

    /** The id that an author wrote, which then stands in the heading no more; null where there is none. */
    public static @Nullable String take(Heading heading) {
        if (!(heading.getLastChild() instanceof Text text)) {
            return null;
        }
        String words = text.getLiteral().stripTrailing();
        int open = words.lastIndexOf('{');
        if (open < 0 || !words.endsWith("}")) {
            return null;
        }
        String inside = words.substring(open + 1, words.length() - 1).strip();
        String list = inside.startsWith(":") ? inside.substring(1).strip() : inside;
        if (list.isEmpty() || ("#.".indexOf(list.charAt(0)) < 0 && list.indexOf('=') < 0)) {
            return null;
        }
        String id = null;
        for (String word : list.split("\\s+", -1)) {
            if (word.startsWith("#") && word.length() > 1) {
                id = word.substring(1);
            } else if (!word.startsWith(".") && word.indexOf('=') < 0) {
                return null;
            }
        }
        text.setLiteral(words.substring(0, open).stripTrailing());
        return id;
    }
}
