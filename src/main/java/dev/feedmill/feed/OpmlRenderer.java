package dev.feedmill.feed;

import dev.feedmill.article.Listing;
import dev.feedmill.article.Term;
import java.time.Instant;
import java.util.List;
import org.jdom2.Element;

/** Every feed in one list that readers import (opml.org/spec2.opml). */
public final class OpmlRenderer {
    private static final String MEDIA_TYPE = "text/x-opml; charset=utf-8";
    private final FeedTexts texts;

    public OpmlRenderer(Site site) {
        this.texts = new FeedTexts(site);
    }

    /**
     * The feeds of these terms, in a folder for each kind. No date is in it, so that a new article alone does not change
     * its bytes.
     *
     * @param updated when the list last changed
     */
    public Document render(List<Listing> listings, Instant updated) {
        Element body = new Element("body");
        for (Term.Kind kind : Term.Kind.values()) {
            List<Element> feeds = listings.stream()
                    .map(Listing::term)
                    .filter(term -> term.kind() == kind)
                    .map(this::outline)
                    .toList();
            if (kind == Term.Kind.EVERYTHING) {
                body.addContent(feeds);
            } else if (!feeds.isEmpty()) {
                body.addContent(new Element("outline")
                        .setAttribute("text", kind.folder())
                        .addContent(feeds));
            }
        }
        Element head = new Element("head").addContent(new Element("title").setText(texts.title(Term.EVERYTHING)));
        Element opml = new Element("opml").setAttribute("version", "2.0");
        org.jdom2.Document tree = new org.jdom2.Document(opml.addContent(head).addContent(body));
        return new Document(MEDIA_TYPE, XmlBytes.of(tree), updated);
    }

    private Element outline(Term term) {
        String title = texts.title(term);
        return new Element("outline")
                .setAttribute("type", "rss")
                .setAttribute("text", title)
                .setAttribute("title", title)
                .setAttribute("xmlUrl", texts.self(term, Format.RSS))
                .setAttribute("htmlUrl", texts.alternate(term));
    }
}
