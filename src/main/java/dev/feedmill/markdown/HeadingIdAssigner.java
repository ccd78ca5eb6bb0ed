package dev.feedmill.markdown;

import dev.feedmill.markdown.inline.ElementInline;
import dev.feedmill.markdown.inline.Formula;
import dev.feedmill.markdown.inline.HeadingAttributes;
import dev.feedmill.markdown.inline.Literal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Gives each heading of a document a unique id. */
final class HeadingIdAssigner extends AbstractVisitor {
    private final HeadingIds ids;
    private final boolean written;
    private final NodeAttributes attributes;
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> next = new HashMap<>();

    /**
     * Creates a visitor of headings.
     *
     * @param written whether authors may write ids themselves
     */
    HeadingIdAssigner(HeadingIds ids, boolean written, NodeAttributes attributes) {
        this.ids = ids;
        this.written = written;
        this.attributes = attributes;
    }

    @Override
    public void visit(Heading heading) {
        String own = written ? HeadingAttributes.take(heading) : null;
        String id = own == null ? attributes.of(heading).get("id") : own;
        if (id == null) {
            id = free(ids.of(words(heading)));
        }
        if (!id.isEmpty()) {
            taken.add(id);
            attributes.add(heading, "id", id);
        }
    }

    private String free(String id) {
        if (id.isEmpty() || !taken.contains(id)) {
            return id;
        }
        int number = next.getOrDefault(id, 1);
        while (taken.contains(ids.numbered(id, number))) {
            number++;
        }
        next.put(id, number + 1);
        return ids.numbered(id, number);
    }

    private static String words(Heading heading) {
        Words words = new Words();
        heading.accept(words);
        return words.text.toString();
    }

    private static final class Words extends AbstractVisitor {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void visit(Text node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(Code node) {
            text.append(node.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak node) {
            text.append(' ');
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof Literal literal) {
                text.append(literal.text());
            } else if (node instanceof Formula formula) {
                text.append(formula.source());
            } else if (node instanceof ElementInline) {
                visitChildren(node);
            }
        }
    }
}
