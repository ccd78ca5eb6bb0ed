package dev.feedmill.html.text;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The text of a body, with blocks and cells separated, and without ruby annotations. */
public final class BodyText implements NodeFilter {
    private static final Set<String> SKIPPED = Set.of("rt", "rp", "rtc", "audio", "video");
    private final StringBuilder text = new StringBuilder();

    private BodyText() {}

    public static String of(Element body) {
        BodyText collector = new BodyText();
        body.filter(collector);
        return PlainText.collapse(collector.text.toString());
    }

    /** Returns whether an element of a sanitized body is among the words, and ends none. */
    public static boolean isInLine(String element) {
        return WordScanner.IN_LINE.contains(element);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            text.append(words.getWholeText());
        } else if (SKIPPED.contains(node.normalName())) {
            return FilterResult.SKIP_ENTIRELY;
        } else {
            apart(node);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        apart(node);
        return FilterResult.CONTINUE;
    }

    private void apart(Node node) {
        if (node instanceof Element && !isInLine(node.normalName())) {
            text.append(' ');
        }
    }
}
