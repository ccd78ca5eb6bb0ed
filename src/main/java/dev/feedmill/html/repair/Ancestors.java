package dev.feedmill.html.repair;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds ancestors without a selector, which would be compiled each time. */
public final class Ancestors {
    private Ancestors() {}

    /** Returns whether an element or an ancestor has one of these names. */
    public static boolean isWithin(@Nullable Element element, Set<String> names) {
        Element around = element;
        while (around != null) {
            if (names.contains(around.normalName())) {
                return true;
            }
            around = around.parent();
        }
        return false;
    }
}
