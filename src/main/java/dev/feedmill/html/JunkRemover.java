package dev.feedmill.html;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Removes what the settings name by CSS selectors. */
final class JunkRemover {
    private final String selectors;

    JunkRemover(List<String> selectors) {
        this.selectors = String.join(", ", selectors);
    }

    void remove(Element body) {
        if (selectors.isEmpty()) {
            return;
        }
        Elements found = body.select(selectors);
        for (Element element : found) {
            if (!element.nameIs("body")) {
                element.remove();
            }
        }
    }
}
