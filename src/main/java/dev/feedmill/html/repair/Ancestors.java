package dev.feedmill.html.repair;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Looks at what an element stands in, without a selector, which would be read anew each time. */
public final class Ancestors {
    private Ancestors() {}

    /** Whether an element or one around it has one of these names. */
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
