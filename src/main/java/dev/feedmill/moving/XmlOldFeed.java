package dev.feedmill.moving;

import dev.feedmill.html.text.PlainText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.Namespace;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.XMLReaders;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;

/** Parses RSS 0.9x, 1.0 and 2.0 and Atom 0.3 and 1.0, with elements in any namespace. */
final class XmlOldFeed {
    private static final String SAX = "http://xml.org/sax/features/";
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    private XmlOldFeed() {}

    static OldFeed parse(byte[] bytes) throws UnreadableFeedException {
        Element root = tree(bytes).getRootElement();
        return switch (root.getName()) {
            case "feed" ->
                new OldFeed(children(root, "entry").map(XmlOldFeed::atom).toList(), next(root));
            case "rss", "RDF" -> {
                Element channel = children(root, "channel").findFirst().orElse(root);
                yield new OldFeed(
                        Stream.of(root, channel)
                                .distinct()
                                .flatMap(parent -> children(parent, "item"))
                                .map(XmlOldFeed::rss)
                                .toList(),
                        next(channel));
            }
            default ->
                throw new UnreadableFeedException("it is no feed: its outermost element is '" + root.getName() + "'");
        };
    }

    /** Parses XML. Java's limits bound the expansion of internal entities; external entities are never read. */
    private static Document tree(byte[] bytes) throws UnreadableFeedException {
        SAXBuilder builder = new SAXBuilder(XMLReaders.NONVALIDATING);
        builder.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        builder.setFeature(SAX + "external-general-entities", false);
        builder.setFeature(SAX + "external-parameter-entities", false);
        builder.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
        try {
            return builder.build(new ByteArrayInputStream(bytes));
        } catch (JDOMException | IOException e) {
            throw new UnreadableFeedException("it is not valid XML: " + e.getMessage(), e);
        }
    }

    private static OldEntry atom(Element entry) {
        String link = children(entry, "link")
                .filter(one -> one.getAttributeValue("rel", "alternate").equals("alternate"))
                .map(one -> one.getAttributeValue("href", ""))
                .findFirst()
                .orElse("");
        return entry(entry, text(entry, "id"), link, "published", "issued", "created", "updated", "modified");
    }

    private static OldEntry rss(Element item) {
        String guid = text(item, "guid");
        String about = item.getAttributeValue("about", Namespace.getNamespace(RDF), "");
        String written = text(item, "link");
        boolean isLink = !children(item, "guid")
                .map(one -> one.getAttributeValue("isPermaLink", "true"))
                .findFirst()
                .orElse("false")
                .equals("false");
        String link = written.isEmpty() && isLink ? guid : written;
        return entry(item, guid.isEmpty() ? about : guid, link, "pubDate", "date", "published", "updated");
    }

    private static OldEntry entry(Element element, String id, String link, String... dates) {
        String title = PlainText.of(text(element, "title"));
        String date = Stream.of(dates)
                .map(name -> text(element, name))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return OldEntry.of(id, link, title, OldDateParser.read(date));
    }

    /** The next page of a paged feed, or the previous archive of an archived feed. */
    private static @Nullable String next(Element parent) {
        for (String relation : List.of("next", "prev-archive")) {
            String href = children(parent, "link")
                    .filter(link -> link.getAttributeValue("rel", "").equals(relation))
                    .map(link -> link.getAttributeValue("href", ""))
                    .filter(address -> !address.isBlank())
                    .findFirst()
                    .orElse(null);
            if (href != null) {
                return href;
            }
        }
        return null;
    }

    /** The first element with text; of {@code media:title} and {@code title}, the one without a prefix. */
    private static String text(Element parent, String name) {
        return Stream.concat(
                        children(parent, name)
                                .filter(child -> child.getNamespacePrefix().isEmpty()),
                        children(parent, name)
                                .filter(child -> !child.getNamespacePrefix().isEmpty()))
                .map(child -> child.getValue().strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Stream<Element> children(Element parent, String name) {
        return parent.getChildren().stream().filter(child -> child.getName().equals(name));
    }
}
