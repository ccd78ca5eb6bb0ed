package dev.feedmill.html.repair;

import java.util.Set;
import org.jsoup.nodes.Element;

/** Detects what an author hides: hidden elements, and pictures and frames of at most one pixel. */
final class Invisible {
    private static final Set<String> BOXES = Set.of("img", "iframe", "embed", "object");
    private static final double FAR_AWAY = -900;

    private Invisible() {}

    /**
     * Returns whether an element and its content are not shown. {@code until-found} is shown when a search finds it.
     */
    static boolean is(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        boolean box = isBox(element);
        if (box && (isPixel(element.attr("width")) || isPixel(element.attr("height")))) {
            return true;
        }
        if (box && LazyImageRepairer.lazyAddress(element) != null) {
            // A script shows it when it scrolls into view.
            return false;
        }
        InlineStyle style = InlineStyle.of(element);
        boolean hidden = element.hasAttr("hidden") && !element.attr("hidden").equalsIgnoreCase("until-found");
        return hidden || style.says("display", "none") || (box && isUnseen(style));
    }

    /** Returns whether an element is a picture or a frame, which only its size reveals as a tracker. */
    static boolean isBox(Element element) {
        return BOXES.contains(element.normalName());
    }

    private static boolean isUnseen(InlineStyle style) {
        return isPixel(style, "width")
                || isPixel(style, "height")
                || style.says("visibility", "hidden")
                || style.pixels("left") < FAR_AWAY
                || style.pixels("top") < FAR_AWAY;
    }

    private static boolean isPixel(InlineStyle style, String property) {
        return style.pixels(property) <= 1 || style.pixels("max-" + property) <= 1;
    }

    private static boolean isPixel(String written) {
        double number = InlineStyle.leadingNumber(written.strip());
        return written.strip().endsWith("%") ? number == 0 : number >= 0 && number <= 1;
    }
}
