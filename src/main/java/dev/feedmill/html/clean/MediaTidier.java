package dev.feedmill.html.clean;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Removes pictures and media without a valid URL. */
final class MediaTidier {
    private static final Set<String> PLAYED = Set.of("video", "audio");

    /** Tidies a media element; returns false for any other element. */
    boolean tidied(Element element) {
        switch (element.normalName()) {
            case "img" -> {
                if (!element.hasAttr("src")) {
                    // The alternative text stays.
                    element.replaceWith(new TextNode(element.attr("alt")));
                }
            }
            case "source" ->
                removeUnless(
                        element,
                        element.hasAttr(isIn(element, PLAYED) ? "src" : "srcset")
                                && (isIn(element, PLAYED) || isIn(element, Set.of("picture"))));
            case "track" -> removeUnless(element, element.hasAttr("src") && isIn(element, PLAYED));
            case "picture" -> unwrapUnless(element, element.selectFirst("img") != null);
            case "video", "audio" ->
                unwrapUnless(element, element.hasAttr("src") || element.selectFirst("> source") != null);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void removeUnless(Element element, boolean good) {
        if (!good) {
            element.remove();
        }
    }

    private static void unwrapUnless(Element element, boolean good) {
        if (!good) {
            element.select("> source, > track").remove();
            Tidier.lift(element);
        }
    }

    private static boolean isIn(Element element, Set<String> parents) {
        Element parent = element.parent();
        return parent != null && parents.contains(parent.normalName());
    }
}
