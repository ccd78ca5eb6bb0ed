package dev.feedmill.feed.coding;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jdom2.Attribute;
import org.jdom2.CDATA;
import org.jdom2.Content;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.ProcessingInstruction;
import org.jdom2.Text;
import org.jdom2.util.NamespaceStack;

/**
 * Writes a tree as UTF-8, without added white space.
 *
 * <p>JDOM's own outputter would write emoji as character references, normalize white space or take three times as long.
 * The tree of a feed holds only elements, attributes and text, with processing instructions before its root.
 */
public final class XmlBytes {
    private static final byte[] DECLARATION =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".getBytes(StandardCharsets.US_ASCII);

    private final Utf8Buffer out = new Utf8Buffer(1 << 16);
    private final NamespaceStack namespaces = new NamespaceStack();

    private XmlBytes() {}

    public static byte[] of(Document tree) {
        XmlBytes bytes = new XmlBytes();
        bytes.out.raw(DECLARATION);
        for (Content content : tree.getContent()) {
            if (content instanceof ProcessingInstruction instruction) {
                bytes.instruction(instruction);
            }
        }
        bytes.element(tree.getRootElement());
        bytes.out.text("\n");
        return bytes.out.toByteArray();
    }

    /** The number of bytes of an element. */
    public static int length(Element element) {
        XmlBytes bytes = new XmlBytes();
        bytes.element(element);
        return bytes.out.size();
    }

    private void instruction(ProcessingInstruction instruction) {
        String text = "<?" + instruction.getTarget() + " " + instruction.getData() + "?>\n";
        out.raw(text.getBytes(StandardCharsets.UTF_8));
    }

    /** An element with its start tag written, and the rest of its content. */
    private record Open(String name, Iterator<Content> rest) {}

    /** Writes an element without recursion, so that no tree is too deep. */
    private void element(Element root) {
        Deque<Open> open = new ArrayDeque<>();
        begin(root, open);
        while (!open.isEmpty()) {
            Open innermost = open.peek();
            if (!innermost.rest().hasNext()) {
                out.ascii('<').ascii('/').text(innermost.name()).ascii('>');
                open.pop();
                namespaces.pop();
                continue;
            }
            Content content = innermost.rest().next();
            if (content instanceof Element child) {
                begin(child, open);
            } else if (content instanceof CDATA raw) {
                out.cdata(raw.getText());
            } else if (content instanceof Text text) {
                out.text(text.getText());
            }
        }
    }

    private void begin(Element element, Deque<Open> open) {
        namespaces.push(element);
        String name = element.getQualifiedName();
        out.ascii('<').text(name);
        for (Namespace added : namespaces.addedForward()) {
            String prefix = added.getPrefix();
            attribute(prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, added.getURI());
        }
        for (Attribute attribute : element.getAttributes()) {
            attribute(attribute.getQualifiedName(), attribute.getValue());
        }
        if (element.getContentSize() == 0) {
            out.ascii('/').ascii('>');
            namespaces.pop();
        } else {
            out.ascii('>');
            open.push(new Open(name, element.getContent().iterator()));
        }
    }

    private void attribute(String name, String value) {
        out.ascii(' ').text(name).ascii('=').ascii('"').attribute(value).ascii('"');
    }
}
