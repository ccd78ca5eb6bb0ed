package dev.feedmill.markdown.block;

import dev.feedmill.markdown.block.DefinitionBlocks.DefinitionBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Joins terms and definitions into lists. */
public final class DefinitionLists {
    private DefinitionLists() {}

    /** Makes lists of all definitions below a node; one without a term is text. */
    public static void make(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; ) {
            make(node);
            Node next = node.getNext();
            if (node instanceof DefinitionBlock definition) {
                make(definition);
            }
            node = next;
        }
    }

    private static void make(DefinitionBlock definition) {
        Node before = definition.getPrevious();
        if (before instanceof Paragraph terms) {
            ElementBlock list = terms.getPrevious() instanceof ElementBlock earlier
                            && earlier.tag().equals("dl")
                    ? earlier
                    : new ElementBlock("dl");
            if (list.getParent() == null) {
                terms.insertBefore(list);
            }
            addTerms(list, terms);
            addMeaning(list, definition);
        } else if (before instanceof ElementBlock list && list.tag().equals("dl")) {
            addMeaning(list, definition);
        } else {
            words(definition);
        }
    }

    private static void addTerms(ElementBlock list, Paragraph terms) {
        ElementBlock term = term(list);
        for (Node node = terms.getFirstChild(); node != null; ) {
            Node next = node.getNext();
            if (node instanceof SoftLineBreak) {
                term = term(list);
            } else {
                term.appendChild(node);
            }
            node = next;
        }
        terms.unlink();
    }

    private static ElementBlock term(ElementBlock list) {
        ElementBlock term = new ElementBlock("dt");
        list.appendChild(term);
        return term;
    }

    private static void addMeaning(ElementBlock list, DefinitionBlock definition) {
        ElementBlock meaning = new ElementBlock("dd");
        Node only = definition.getFirstChild();
        move(only instanceof Paragraph && only.getNext() == null ? only : definition, meaning);
        list.appendChild(meaning);
        definition.unlink();
    }

    private static void move(Node from, Node to) {
        for (Node child = from.getFirstChild(); child != null; child = from.getFirstChild()) {
            to.appendChild(child);
        }
    }

    private static void words(DefinitionBlock definition) {
        if (definition.getFirstChild() instanceof Paragraph first) {
            first.prependChild(new Text(": "));
        }
        for (Node child = definition.getFirstChild(); child != null; child = definition.getFirstChild()) {
            definition.insertBefore(child);
        }
        definition.unlink();
    }
}
