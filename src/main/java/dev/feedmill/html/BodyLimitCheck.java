package dev.feedmill.html;

import dev.feedmill.html.allowed.BodyLimits;
import dev.feedmill.html.text.PlainText;
import java.util.Locale;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Finds the reason why a body is too large, as a sentence for the author. */
final class BodyLimitCheck {
    private final BodyLimits limits;

    BodyLimitCheck(BodyLimits limits) {
        this.limits = limits;
    }

    /**
     * Checks the number of tags without parsing, so that very many of them cost little; an end tag may create an
     * element too.
     */
    @Nullable
    String faultOf(String html) {
        int tags = 0;
        int endTags = 0;
        for (int i = html.indexOf('<'); i >= 0 && i + 1 < html.length(); i = html.indexOf('<', i + 1)) {
            char next = html.charAt(i + 1);
            if (isLetter(next) || next == '!' || next == '?') {
                tags++;
            } else if (next == '/' && i + 2 < html.length() && isLetter(html.charAt(i + 2))) {
                endTags++;
            }
        }
        return Math.max(tags, endTags) > limits.maxNodes() ? tooManyNodes() : null;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    @Nullable
    String faultOf(Element body) {
        Census census = new Census();
        body.traverse(census);
        if (census.nodes > limits.maxNodes()) {
            return tooManyNodes();
        }
        if (census.depth > limits.maxDepth()) {
            return "body must nest elements at most " + limits.maxDepth() + " deep";
        }
        return census.longAttribute;
    }

    private String tooManyNodes() {
        return "body must have at most " + limits.maxNodes() + " elements and texts";
    }

    private final class Census implements NodeVisitor {
        private int nodes = -1;
        private int depth;
        private @Nullable String longAttribute;

        @Override
        public void head(Node node, int level) {
            nodes++;
            if (node instanceof Element element) {
                depth = Math.max(depth, level);
                if (element.attributesSize() > 0) {
                    element.attributes().forEach(attribute -> measure(element, attribute));
                }
            }
        }

        private void measure(Element element, Attribute attribute) {
            int length = attribute.getValue().length();
            if (length > limits.maxAttributeLength() && longAttribute == null) {
                String name = attribute.getKey().toLowerCase(Locale.ROOT);
                longAttribute = "attribute '%s' of <%s> must have at most %d characters, not %d"
                        .formatted(PlainText.cut(name, 40), element.normalName(), limits.maxAttributeLength(), length);
            }
        }
    }
}
