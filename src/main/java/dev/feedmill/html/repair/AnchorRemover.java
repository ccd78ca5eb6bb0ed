package dev.feedmill.html.repair;

import dev.feedmill.html.allowed.FragmentIds;
import dev.feedmill.html.text.PlainText;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/** Removes the anchor signs of headings. */
public final class AnchorRemover {
    private static final Evaluator LINKS = Selector.evaluatorOf("a[href]");
    private static final Evaluator PICTURES = Selector.evaluatorOf("img, picture, video");
    private static final Set<String> SIGNS = Set.of("", "#", "##", "¶", "§", "🔗", "∞", "⚓");

    public void remove(Element body) {
        List<Element> signs = body.select(LINKS).stream()
                .filter(link -> link.hasClass("headerlink") || isInHeading(link))
                .filter(AnchorRemover::isSign)
                .toList();
        for (Element sign : signs) {
            Element heading = sign.parent();
            if (heading != null && sign.hasAttr("id") && !heading.hasAttr("id")) {
                heading.attr("id", sign.attr("id"));
            }
        }
        JunkRemover.removeAll(signs);
    }

    private static boolean isInHeading(Element link) {
        Element parent = link.parent();
        Element around = parent == null ? null : parent.parent();
        return isHeading(parent) || isHeading(around);
    }

    private static boolean isHeading(@Nullable Element element) {
        return element != null && FragmentIds.HEADINGS.contains(element.normalName());
    }

    private static boolean isSign(Element link) {
        if (link.selectFirst(PICTURES) != null || link.attr("href").indexOf('#') < 0) {
            return false;
        }
        String words = PlainText.collapse(link.text().replace("\ufe0f", "")).toLowerCase(Locale.ROOT);
        return SIGNS.contains(words);
    }
}
