package dev.feedmill.feed;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.impl.Atom10Generator;
import dev.feedmill.feed.coding.RawText;
import java.util.List;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/** ROME's generator for Atom 1.0, extended by style sheets, languages and sanitized bodies. Thread-safe. */
final class AtomGenerator extends Atom10Generator {
    /** Namespaces declared at the root even where nothing uses them, since some readers find prefixes only there. */
    private static final List<Namespace> NAMESPACES = List.of(XmlExtensions.FH, XmlExtensions.MEDIA, XmlExtensions.SY);

    /** An entry in a language ({@code xml:lang}); null where it is that of the feed. */
    static final class LocalizedEntry extends Entry {
        private static final long serialVersionUID = 1L;

        private final @Nullable String language;

        LocalizedEntry(@Nullable String language) {
            this.language = language;
        }
    }

    /** Sanitized HTML, which needs no check of each character, as ROME makes it for other text. */
    static final class SanitizedContent extends Content {
        private static final long serialVersionUID = 1L;

        SanitizedContent(String html) {
            setType("html");
            setValue(html);
        }
    }

    @Override
    public Document generate(WireFeed wire) throws FeedException {
        Feed feed = (Feed) wire;
        Element root = createRootElement(feed);
        populateFeed(feed, root);
        return FeedXml.document(root, feed);
    }

    @Override
    protected Element createRootElement(Feed feed) {
        Element root = new Element("feed", getFeedNamespace());
        NAMESPACES.forEach(root::addNamespaceDeclaration);
        feed.getForeignMarkup().stream().map(Element::getNamespace).forEach(root::addNamespaceDeclaration);
        return localized(root, feed.getLanguage());
    }

    @Override
    protected void populateEntry(Entry entry, Element element) throws FeedException {
        super.populateEntry(entry, element);
        if (entry instanceof LocalizedEntry localized) {
            localized(element, localized.language);
        }
    }

    @Override
    protected void fillContentElement(Element element, Content content) throws FeedException {
        if (content instanceof SanitizedContent) {
            element.setAttribute("type", content.getType()).addContent(new RawText(content.getValue()));
        } else {
            super.fillContentElement(element, content);
        }
    }

    private static Element localized(Element element, @Nullable String language) {
        return language == null ? element : element.setAttribute("lang", language, Namespace.XML_NAMESPACE);
    }
}
