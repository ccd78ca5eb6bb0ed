package dev.feedmill.markdown.inline;

import org.commonmark.node.Heading;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Removes {@code {#id .class}} from the end of headings. */
public final class HeadingAttributes {
    private HeadingAttributes() {}

    /** Removes and returns the author's id of a heading; null for none. */
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
        if (!AttributeList.isList(list, false)) {
            return null;
        }
        text.setLiteral(words.substring(0, open).stripTrailing());
        return AttributeList.of(list).get("id");
    }
}
