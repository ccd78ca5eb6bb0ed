package dev.feedmill.feed;

import java.nio.charset.StandardCharsets;
import org.jdom2.Attribute;
import org.jdom2.Content;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.ProcessingInstruction;
import org.jdom2.Text;
import org.jdom2.util.NamespaceStack;

/**
 * A tree as UTF-8, without any white space that is not in it.
 *
 * <p>JDOM's own outputter would write emoji as numbers, fold white space or take three times as long; the tree of a feed
 * holds only elements, attributes and text, and instructions before its root.
 */
final class XmlBytes {
    private static final byte[] DECLARATION =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".getBytes(StandardCharsets.US_ASCII);

    private final Utf8Buffer out = new Utf8Buffer(1 << 16);
    private final NamespaceStack namespaces = new NamespaceStack();

    private XmlBytes() {}

    static byte[] of(Document tree) {
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

    /** How many bytes an element takes. */
    static int length(Element element) {
        XmlBytes bytes = new XmlBytes();
        bytes.element(element);
        return bytes.out.size();
    }

    private void instruction(ProcessingInstruction instruction) {
        String text = "<?" + instruction.getTarget() + " " + instruction.getData() + "?>\n";
        out.raw(text.getBytes(StandardCharsets.UTF_8));
    }

    private void element(Element element) {
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
        } else {
            out.ascii('>');
            for (Content content : element.getContent()) {
                if (content instanceof Element child) {
                    element(child);
                } else if (content instanceof Text text) {
                    out.text(text.getText());
                }
            }
            out.ascii('<').ascii('/').text(name).ascii('>');
        }
        namespaces.pop();
    }

    private void attribute(String name, String value) {
        out.ascii(' ').text(name).ascii('=').ascii('"').attribute(value).ascii('"');
    }
}
