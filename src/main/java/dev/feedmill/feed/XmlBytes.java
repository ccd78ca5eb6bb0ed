package dev.feedmill.feed;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jdom2.Attribute;
import org.jdom2.Content;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.Text;
import org.jdom2.util.NamespaceStack;
import org.jspecify.annotations.Nullable;

/**
 * A ROME feed as UTF-8.
 *
 * <p>JDOM's own outputter would write emoji as numbers, fold white space or take three times as long; the tree of a feed
 * holds only elements, attributes and text.
 */
final class XmlBytes {
    private final StringBuilder out;
    private final NamespaceStack namespaces = new NamespaceStack();

    private XmlBytes(int size) {
        this.out = new StringBuilder(size);
    }

    static byte[] of(WireFeed feed, Namespace... used) {
        return write(tree(feed, used));
    }

    /** The same, with {@code xml:lang} for the feed and for those of its entries that have a language of their own. */
    static byte[] of(WireFeed feed, String language, List<@Nullable String> entries, Namespace... used) {
        Document tree = tree(feed, used);
        Element root = tree.getRootElement();
        root.setAttribute("lang", language, Namespace.XML_NAMESPACE);
        int i = 0;
        for (Element entry : root.getChildren("entry", root.getNamespace())) {
            String own = entries.get(i++);
            if (own != null) {
                entry.setAttribute("lang", own, Namespace.XML_NAMESPACE);
            }
        }
        return write(tree);
    }

    private static Document tree(WireFeed feed, Namespace... used) {
        try {
            Document tree = new WireFeedOutput().outputJDom(feed);
            for (Namespace namespace : used) {
                tree.getRootElement().addNamespaceDeclaration(namespace);
            }
            return tree;
        } catch (FeedException e) {
            throw new IllegalStateException("every required element is set", e);
        }
    }

    private static byte[] write(Document tree) {
        XmlBytes bytes = new XmlBytes(1 << 16);
        bytes.out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        bytes.element(tree.getRootElement());
        bytes.out.append('\n');
        return bytes.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void element(Element element) {
        namespaces.push(element);
        out.append('<').append(element.getQualifiedName());
        for (Namespace added : namespaces.addedForward()) {
            String prefix = added.getPrefix();
            out.append(prefix.isEmpty() ? " xmlns" : " xmlns:").append(prefix).append("=\"");
            escape(added.getURI(), true);
            out.append('"');
        }
        for (Attribute attribute : element.getAttributes()) {
            out.append(' ').append(attribute.getQualifiedName()).append("=\"");
            escape(attribute.getValue(), true);
            out.append('"');
        }
        if (element.getContentSize() == 0) {
            out.append("/>");
        } else {
            out.append('>');
            for (Content content : element.getContent()) {
                if (content instanceof Element child) {
                    element(child);
                } else if (content instanceof Text text) {
                    escape(text.getText(), false);
                }
            }
            out.append("</").append(element.getQualifiedName()).append('>');
        }
        namespaces.pop();
    }

    private void escape(String text, boolean attribute) {
        char[] chars = text.toCharArray();
        int from = 0;
        for (int i = 0; i < chars.length; i++) {
            char c = chars[i];
            if (c > '>') {
                continue;
            }
            String entity = entity(c, attribute);
            if (entity != null) {
                out.append(chars, from, i - from).append(entity);
                from = i + 1;
            }
        }
        out.append(chars, from, chars.length - from);
    }

    private static @Nullable String entity(char c, boolean attribute) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '\r' -> "&#xD;";
            case '"' -> attribute ? "&quot;" : null;
            case '\n' -> attribute ? "&#xA;" : null;
            case '\t' -> attribute ? "&#x9;" : null;
            default -> null;
        };
    }
}
