package dev.feedmill.feed;

import dev.feedmill.feed.coding.Coding;
import dev.feedmill.feed.coding.Document;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/** XML as the JDK's own parser sees it; anything that is not well-formed, and any DTD, is a fault. */
public final class Xml {
    public static final String ATOM = "http://www.w3.org/2005/Atom";
    public static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
    static final String DC = "http://purl.org/dc/elements/1.1/";
    static final String MEDIA = "http://search.yahoo.com/mrss/";
    static final String XML = "http://www.w3.org/XML/1998/namespace";
    public static final String NONE = "";

    private Xml() {}

    static Element root(Document document) {
        return root(document.bytes(Coding.IDENTITY));
    }

    public static Element root(byte[] bytes) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(new ByteArrayInputStream(bytes)).getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }

    /** The child elements of one name; of any name where it is {@code *}. */
    public static List<Element> children(Element parent, String namespace, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element
                    && (name.equals("*") || element.getLocalName().equals(name))
                    && (name.equals("*")
                            || namespace.equals(
                                    element.getNamespaceURI() == null ? NONE : element.getNamespaceURI()))) {
                found.add(element);
            }
        }
        return found;
    }

    public static List<String> texts(Element parent, String namespace, String name) {
        return children(parent, namespace, name).stream()
                .map(Element::getTextContent)
                .toList();
    }

    /** The text of the only child of this name. */
    public static String text(Element parent, String namespace, String name) {
        List<String> texts = texts(parent, namespace, name);
        if (texts.size() != 1) {
            throw new AssertionError(
                    parent.getLocalName() + " has " + texts.size() + " of " + name + " in '" + namespace + "'");
        }
        return texts.get(0);
    }

    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) throws SAXParseException {
            throw e;
        }

        @Override
        public void error(SAXParseException e) throws SAXParseException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXParseException {
            throw e;
        }
    }
}
