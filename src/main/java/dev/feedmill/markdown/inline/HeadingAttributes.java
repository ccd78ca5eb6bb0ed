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
        if (!AttributeList.isList(list, false)) {
            return null;
        }
        text.setLiteral(words.substring(0, open).stripTrailing());
        return AttributeList.of(list).get("id");
    }
}
