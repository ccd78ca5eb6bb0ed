package dev.feedmill.markdown.block;

import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Removes table rows of lines only, which separate parts of a table's body in kramdown. */
public final class TableRuleRemover {
    private TableRuleRemover() {}

    /** Removes such rows below a node. */
    public static void remove(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; ) {
            Node next = node.getNext();
            if (node instanceof TableRow && isRule(node)) {
                node.unlink();
            } else {
                remove(node);
            }
            node = next;
        }
    }

    private static boolean isRule(Node row) {
        boolean line = false;
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            Node words = cell.getFirstChild();
            if (words == null) {
                continue;
            }
            if (!(words instanceof Text text)
                    || text.getNext() != null
                    || !text.getLiteral().matches("[-=:+ ]+")) {
                return false;
            }
            line |= text.getLiteral().contains("--") || text.getLiteral().contains("==");
        }
        return line;
    }
}
