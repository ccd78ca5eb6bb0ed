package dev.feedmill.html;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;

/** Takes away what shows nothing once the rest is gone: empty paragraphs, pictures without a source, dead wrappers. */
final class Tidying {
    private static final Set<String> WRAPPERS = Set.of("div", "span", "section", "article", "main", "header", "footer");
    private static final Set<String> MAY_BE_EMPTY = Set.of("td", "th", "col", "colgroup", "tr", "a", "rp", "rt");

    private Tidying() {}

    static void tidy(Element body) {
        body.select("img:not([src]), source:not([src]):not([srcset]), track:not([src])")
                .remove();
        body.select("video:not([src]):not(:has(source)), audio:not([src]):not(:has(source))")
                .unwrap();
        body.select("picture:not(:has(img))").remove();
        Elements all = body.getAllElements();
        for (int i = all.size() - 1; i > 0; i--) {
            tidyOne(all.get(i));
        }
    }

    /** Innermost elements come first, so that a wrapper of nothing but empty wrappers goes too. */
    private static void tidyOne(Element element) {
        if (element.nameIs("a") && element.attributesSize() == 0) {
            element.unwrap();
            return;
        }
        if (isEmpty(element)) {
            element.remove();
            return;
        }
        if (WRAPPERS.contains(element.normalName()) && element.attributesSize() == 0) {
            if (element.nameIs("span") || holdsOnlyBlocks(element) || isAlone(element)) {
                element.unwrap();
            }
        }
    }

    private static boolean isEmpty(Element element) {
        if (Allowed.MEDIA.contains(element.normalName())
                || MAY_BE_EMPTY.contains(element.normalName())
                || element.hasAttr("id")) {
            return false;
        }
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode text) {
                if (!isBlank(text.getWholeText()) || element.closest("pre") != null) {
                    return false;
                }
            } else if (child instanceof Element inner && !inner.nameIs("br")) {
                return false;
            }
        }
        return true;
    }

    private static boolean holdsOnlyBlocks(Element element) {
        for (Node child : element.childNodes()) {
            boolean harmless = child instanceof Comment
                    || (child instanceof TextNode text && isBlank(text.getWholeText()))
                    || (child instanceof Element inner && inner.isBlock());
            if (!harmless) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlone(Element element) {
        Element parent = element.parent();
        return parent != null
                && List.of("div", "td", "th", "li", "figure", "body").contains(parent.normalName())
                && parent.childrenSize() == 1
                && parent.textNodes().stream().allMatch(text -> isBlank(text.getWholeText()));
    }

    static boolean isBlank(String text) {
        return text.chars()
                .allMatch(c -> Character.isWhitespace(c) || c == 0xa0 || c == 0x3000 || c == 0x200b || c == 0xfeff);
    }
}
