package dev.feedmill.feed;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.impl.RSS20Generator;
import java.util.List;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** ROME's generator for RSS 2.0, extended by style sheets, and by elements after those of an item. Thread-safe. */
final class RssGenerator extends RSS20Generator {
    /**
     * Namespaces declared at the root even where nothing uses them, since some readers find prefixes only there.
     * Those of the channel's own markup are added.
     */
    private static final List<Namespace> NAMESPACES = List.of(
            XmlExtensions.ATOM,
            XmlExtensions.CONTENT,
            XmlExtensions.DC,
            XmlExtensions.FH,
            XmlExtensions.MEDIA,
            XmlExtensions.SY);

    /**
     * An item with elements of other namespaces behind its own. ROME puts foreign markup before the description, and
     * some readers take the last of two texts.
     */
    static final class ExtendedItem extends Item {
        private static final long serialVersionUID = 1L;

        private final transient List<Element> extensions;

        ExtendedItem(List<Element> extensions) {
            this.extensions = extensions;
        }
    }

    @Override
    public Document generate(WireFeed feed) throws FeedException {
        Channel channel = (Channel) feed;
        Element root = createRootElement(channel);
        populateFeed(channel, root);
        return FeedXml.document(root, channel);
    }

    @Override
    protected Element createRootElement(Channel channel) {
        Element root = new Element("rss").setAttribute("version", getVersion());
        NAMESPACES.forEach(root::addNamespaceDeclaration);
        channel.getForeignMarkup().stream().map(Element::getNamespace).forEach(root::addNamespaceDeclaration);
        return root;
    }

    @Override
    public void populateItem(Item item, Element element, int index) {
        super.populateItem(item, element, index);
        if (item instanceof ExtendedItem extended) {
            element.addContent(extended.extensions);
        }
    }
}
