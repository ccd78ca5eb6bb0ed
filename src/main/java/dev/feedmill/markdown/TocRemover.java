package dev.feedmill.markdown;

import java.util.Locale;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/** Removes the placeholders of a table of contents. */
final class TocRemover {
    private static final Set<String> PLACES = Set.of("[[toc]]", "[toc]", "[[_toc_]]", "${toc}", "@[toc]");

    private TocRemover() {}

    static void remove(Node document) {
        for (Node node = document.getFirstChild(); node != null; ) {
            Node next = node.getNext();
            if (node instanceof Paragraph
                    && node.getFirstChild() instanceof Text text
                    && text.getNext() == null
                    && PLACES.contains(text.getLiteral().strip().toLowerCase(Locale.ROOT))) {
                node.unlink();
            }
            node = next;
        }
    }
}
