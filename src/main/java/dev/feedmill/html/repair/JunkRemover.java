package dev.feedmill.html.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/** Removes what the settings select, and what the author hides. */
public final class JunkRemover {
    private final @Nullable Evaluator junk;

    public JunkRemover(List<String> selectors) {
        junk = selectors.isEmpty() ? null : Selector.evaluatorOf(String.join(", ", selectors));
    }

    public void remove(Element body) {
        if (junk != null) {
            removeAll(body.select(junk));
        }
        Look look = new Look();
        body.filter(look);
        // If everything is hidden, a script was meant to show it.
        removeAll(
                look.shows
                        ? look.hidden
                        : look.hidden.stream().filter(Invisible::isBox).toList());
    }

    private static final class Look implements NodeFilter {
        private static final Set<String> MEDIA = Set.of("img", "video", "audio", "iframe", "object", "embed");

        private final List<Element> hidden = new ArrayList<>();
        private boolean shows;

        @Override
        public FilterResult head(Node node, int depth) {
            if (depth > 0 && node instanceof Element element && Invisible.is(element)) {
                hidden.add(element);
                return FilterResult.SKIP_ENTIRELY;
            }
            shows |= node instanceof TextNode text ? !text.isBlank() : MEDIA.contains(node.normalName());
            return FilterResult.CONTINUE;
        }
    }

    static void removeAll(List<Element> elements) {
        TreeEdits edits = new TreeEdits();
        elements.forEach(edits::remove);
        edits.apply();
    }
}
