package dev.feedmill.html.repair;

import dev.feedmill.html.allowed.AllowList;
import dev.feedmill.html.allowed.FragmentIds;
import dev.feedmill.html.text.BodyText;
import dev.feedmill.html.text.PlainText;
import dev.feedmill.html.text.TitleKey;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/** Removes the heading that begins a body and repeats the article's title, which feeds and pages show above it. */
public final class TitleRemover {
    /** Elements in which a body may begin; a heading in a quotation or a list is part of that. */
    private static final Set<String> WRAPPERS =
            Set.of("body", "div", "header", "hgroup", "section", "article", "main", "center", "a", "span", "font");

    private static final Set<String> SHOWN = Set.of("img", "picture", "video", "audio", "hr");

    private static final Evaluator PICTURES = Selector.evaluatorOf("img, video, audio");

    /** What a heading may hold beside its words that is said nowhere else: a link to its own place is not. */
    private static final Evaluator MORE = Selector.evaluatorOf("img, video, audio, a[href]:not([href^=#])");

    private TitleRemover() {}

    /**
     * Removes the heading unless it is all there is.
     *
     * @param title empty for none
     */
    public static void remove(Element body, String title) {
        Element heading = title.isEmpty() ? null : first(body);
        if (heading != null
                && TitleKey.isSame(BodyText.of(heading), title)
                && heading.selectFirst(MORE) == null
                && isFollowed(body, heading)) {
            heading.remove();
        }
    }

    /** Returns the heading that the body begins with; null for none. */
    private static @Nullable Element first(Element body) {
        Start start = new Start(null);
        body.filter(start);
        Node first = start.first;
        return first instanceof Element element && FragmentIds.HEADINGS.contains(element.normalName()) ? element : null;
    }

    private static boolean isFollowed(Element body, Element heading) {
        Start rest = new Start(heading);
        body.filter(rest);
        return rest.first != null;
    }

    /** Finds the first node that readers see. */
    private static final class Start implements NodeFilter {
        private final @Nullable Element skipped;
        private @Nullable Node first;

        private Start(@Nullable Element skipped) {
            this.skipped = skipped;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (skipped != null && node.equals(skipped)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (node instanceof TextNode text) {
                return seen(node, !PlainText.collapse(text.getWholeText()).isEmpty());
            }
            if (!(node instanceof Element element)) {
                return FilterResult.CONTINUE;
            }
            String name = element.normalName();
            if (AllowList.isRemoved(name) || !element.tag().namespace().equals(Parser.NamespaceHtml)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            if (SHOWN.contains(name)) {
                return seen(node, true);
            }
            if (skipped != null || WRAPPERS.contains(name)) {
                return FilterResult.CONTINUE;
            }
            // What an element that is no wrapper holds belongs to it.
            boolean isSeen = element.hasText() || element.selectFirst(PICTURES) != null;
            return isSeen ? seen(node, true) : FilterResult.SKIP_ENTIRELY;
        }

        private FilterResult seen(Node node, boolean isSeen) {
            if (isSeen) {
                first = node;
            }
            return isSeen ? FilterResult.STOP : FilterResult.CONTINUE;
        }
    }
}
