package dev.feedmill.feed;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import dev.feedmill.address.Address;
import dev.feedmill.address.Format;
import dev.feedmill.feed.item.FeedDescriptor;
import org.jdom2.Document;
import org.jdom2.Namespace;
import org.jdom2.ProcessingInstruction;

/** Turns ROME's model of a feed into a JDOM tree. */
final class FeedTree {
    private FeedTree() {}

    /**
     * Builds a new tree on every call, since ROME moves foreign elements out of the feed into it.
     *
     * @param descriptor descriptor of the feed, whose address is the base of the style sheet's
     * @param used namespaces to declare at the root, since some readers find prefixes only there
     */
    static Document of(WireFeed feed, FeedDescriptor descriptor, Namespace... used) {
        try {
            Document tree = new WireFeedOutput().outputJDom(feed);
            tree.addContent(0, style(descriptor));
            for (Namespace namespace : used) {
                tree.getRootElement().addNamespaceDeclaration(namespace);
            }
            return tree;
        } catch (FeedException e) {
            throw new IllegalStateException("every required element is set", e);
        }
    }

    /**
     * The style sheet instruction for browsers (www.w3.org/TR/xml-stylesheet); its URL is relative, so that it works
     * under every address of the feed.
     */
    private static ProcessingInstruction style(FeedDescriptor descriptor) {
        String href = descriptor.channel().feed(Format.RSS).up() + Address.Asset.FEED_STYLE.path();
        return new ProcessingInstruction("xml-stylesheet", "type=\"text/css\" href=\"" + href + "\"");
    }
}
