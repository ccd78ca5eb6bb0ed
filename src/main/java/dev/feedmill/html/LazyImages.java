package dev.feedmill.html;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Pictures that a page's script would have loaded later. */
final class LazyImages {
    private LazyImages() {}

    static void repair(Element body, String base) {
        for (Element image : body.select("img, source")) {
            String real = first(image, Allowed.LAZY_SRC);
            if (real != null && WebUrl.absolute(base, real) != null) {
                image.attr("src", real);
            }
            String set = first(image, Allowed.LAZY_SRCSET);
            if (set != null) {
                image.attr("srcset", set);
            }
            if (image.attr("src").isBlank() && image.nameIs("img")) {
                String candidate = Srcset.absolute(base, image.attr("srcset"));
                if (!candidate.isEmpty()) {
                    image.attr("src", candidate.split("[ ,]", 2)[0]);
                }
            }
        }
        body.select("noscript").forEach(LazyImages::unfold);
    }

    private static @Nullable String first(Element element, Iterable<String> names) {
        for (String name : names) {
            String value = element.attr(name);
            if (!value.isBlank()) {
                return value;
            }
        }
        return null;
    }

    /** A picture in {@code noscript} stands for the lazy one before it: the better of the two stays. */
    private static void unfold(Element noscript) {
        Element copy = noscript.selectFirst("img[src]");
        Element before = noscript.previousElementSibling();
        Element after = noscript.nextElementSibling();
        if (copy != null) {
            for (Element neighbour : new Element[] {before, after}) {
                if (neighbour != null && isLazy(neighbour)) {
                    neighbour.replaceWith(copy.clone());
                    noscript.remove();
                    return;
                }
            }
        }
        noscript.unwrap();
    }

    private static boolean isLazy(Element element) {
        return element.nameIs("img")
                && (first(element, Allowed.LAZY_SRC) != null
                        || first(element, Allowed.LAZY_SRCSET) != null
                        || element.attr("src").isBlank()
                        || element.attr("src").startsWith("data:"));
    }
}
