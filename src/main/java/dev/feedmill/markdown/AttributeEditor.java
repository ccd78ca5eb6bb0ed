package dev.feedmill.markdown;

import dev.feedmill.markdown.block.AttributeBlocks.AttributeBlock;
import dev.feedmill.markdown.inline.AttributeList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.Block;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Applies attribute lists to the nodes beside them, and removes the lists. */
final class AttributeEditor {
    private final NodeAttributes attributes;
    private final Map<String, String> named = new HashMap<>();

    AttributeEditor(NodeAttributes attributes) {
        this.attributes = attributes;
    }

    void edit(Node document) {
        collect(document);
        apply(document);
    }

    /** Collects named lists, which others refer to: {@code {:note: .class}}. */
    private void collect(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof AttributeBlock block) {
                int colon = nameEnd(block.list());
                if (colon > 0) {
                    named.put(block.list().substring(0, colon), block.list().substring(colon + 1));
                }
            } else if (node instanceof Block) {
                collect(node);
            }
        }
    }

    private void apply(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; ) {
            Node next = node.getNext();
            if (node instanceof AttributeBlock block) {
                Node owner = owner(block);
                if (isContents(block.list()) && owner instanceof ListBlock) {
                    next = owner == next ? owner.getNext() : next;
                    owner.unlink();
                } else if (owner != null) {
                    add(owner, block.list());
                }
                block.unlink();
            } else if (node instanceof AttributeList list) {
                Node before = list.getPrevious();
                if (before != null && !(before instanceof Text)) {
                    add(before, list.list());
                }
                list.unlink();
            } else {
                apply(node);
            }
            node = next;
        }
    }

    private static boolean isContents(String list) {
        return List.of(list.strip().split("\\s+", -1)).contains("toc");
    }

    private void add(Node owner, String list) {
        AttributeList.of(list).forEach((name, value) -> attributes.add(owner, name, value));
        for (String word : list.split("\\s+", -1)) {
            String of = named.get(word);
            if (of != null) {
                AttributeList.of(of).forEach((name, value) -> attributes.add(owner, name, value));
            }
        }
    }

    /** Returns the block directly above a list, else the block below. */
    private static @Nullable Node owner(AttributeBlock list) {
        Node before = list.getPrevious();
        if (list.list().startsWith(":") || nameEnd(list.list()) > 0) {
            return null;
        }
        int line = firstLine(list);
        return before != null && lastLine(before) == line - 1 ? before : list.getNext();
    }

    /** Returns the end of a list's name, or -1 if it has none. */
    private static int nameEnd(String list) {
        int end = 0;
        while (end < list.length()
                && (Character.isLetterOrDigit(list.charAt(end)) || "_-".indexOf(list.charAt(end)) >= 0)) {
            end++;
        }
        return end > 0 && end < list.length() && list.charAt(end) == ':' ? end : -1;
    }

    private static int firstLine(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? 0 : spans.get(0).getLineIndex();
    }

    private static int lastLine(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? -1 : spans.get(spans.size() - 1).getLineIndex();
    }
}
