package dev.feedmill.html.clean;

import dev.feedmill.html.repair.Ancestors;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Recognises trees that every HTML parser reproduces from their output, because none of their elements is ever moved or
 * implicitly closed. Most articles are of this kind and need no second parse.
 */
public final class PlainNesting {
    private static final Set<String> CONTAINERS = Set.of("body", "div", "blockquote", "figure", "figcaption", "li");
    private static final Set<String> BLOCKS = Set.of(
            "p", "h1", "h2", "h3", "h4", "h5", "h6", "div", "blockquote", "figure", "figcaption", "ul", "ol", "hr");
    private static final Set<String> PHRASES = Set.of(
            "em", "strong", "b", "i", "code", "span", "sub", "sup", "small", "mark", "kbd", "del", "ins", "img", "br",
            "a");
    private static final Set<String> HOLD_PHRASES = Set.of(
            "body", "div", "blockquote", "figure", "figcaption", "li", "p", "h1", "h2", "h3", "h4", "h5", "h6", "a");

    private static final Set<String> EMPTY_BY_NATURE = Set.of("img", "br", "hr");

    private PlainNesting() {}

    public static boolean holds(Element body) {
        for (Element element : body.getAllElements()) {
            if (!element.nameIs("body") && (isHollow(element) || !fits(element.normalName(), element.parent()))) {
                return false;
            }
        }
        return true;
    }

    /** An empty element may be removed in the next round. */
    private static boolean isHollow(Element element) {
        return !EMPTY_BY_NATURE.contains(element.normalName()) && element.childrenSize() == 0 && !element.hasText();
    }

    private static boolean fits(String name, @Nullable Element parent) {
        String around = parent == null ? "" : parent.normalName();
        if (name.equals("li")) {
            return around.equals("ul") || around.equals("ol");
        }
        if (BLOCKS.contains(name)) {
            return CONTAINERS.contains(around);
        }
        boolean inPhrase =
                PHRASES.contains(around) && !around.equals(name) && !around.equals("img") && !around.equals("br");
        return PHRASES.contains(name)
                && (HOLD_PHRASES.contains(around) || inPhrase)
                && (!name.equals("a") || !Ancestors.isWithin(parent, Set.of("a")));
    }
}
