package dev.feedmill.feed;

import dev.feedmill.article.Listing;
import dev.feedmill.article.Term;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Every feed in one list that readers import (opml.org/spec2.opml). */
public final class OpmlRenderer {
    private static final String MEDIA_TYPE = "text/x-opml; charset=utf-8";
    private final Site site;
    private final FeedTexts texts;

    public OpmlRenderer(Site site) {
        this.site = site;
        this.texts = new FeedTexts(site);
    }

    /**
     * The feeds of these terms, in a folder for each kind.
     *
     * @param updated when the list last changed
     */
    public Document render(List<Listing> listings, Instant updated) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("opml");
            xml.writeAttribute("version", "2.0");
            xml.writeStartElement("head");
            xml.writeStartElement("title");
            xml.writeCharacters(FeedTexts.clean(site.title()));
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeStartElement("body");
            for (Term.Kind kind : Term.Kind.values()) {
                group(
                        xml,
                        kind,
                        listings.stream()
                                .map(Listing::term)
                                .filter(term -> term.kind() == kind)
                                .toList());
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
        byte[] bytes = out.toString(StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        return new Document(MEDIA_TYPE, bytes, updated);
    }

    private void group(XMLStreamWriter xml, Term.Kind kind, List<Term> terms) throws XMLStreamException {
        if (terms.isEmpty()) {
            return;
        }
        boolean folder = kind != Term.Kind.EVERYTHING;
        if (folder) {
            xml.writeStartElement("outline");
            xml.writeAttribute("text", kind.folder());
        }
        for (Term term : terms) {
            xml.writeEmptyElement("outline");
            xml.writeAttribute("type", "rss");
            xml.writeAttribute("text", texts.title(term));
            xml.writeAttribute("title", texts.title(term));
            xml.writeAttribute("xmlUrl", texts.self(term, Format.RSS));
            xml.writeAttribute("htmlUrl", texts.alternate(term));
        }
        if (folder) {
            xml.writeEndElement();
        }
    }
}
