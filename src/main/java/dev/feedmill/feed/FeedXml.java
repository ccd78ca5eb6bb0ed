package dev.feedmill.feed;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedGenerator;
import dev.feedmill.address.Address;
import dev.feedmill.feed.coding.XmlBytes;
import dev.feedmill.feed.item.FeedHead;
import java.util.List;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.ProcessingInstruction;

/** Turns ROME's model of a feed into XML: one tree, built by one generator and printed once. */
final class FeedXml {
    private FeedXml() {}

    /** Generates a feed and writes it. */
    static byte[] bytes(WireFeedGenerator generator, WireFeed feed) {
        try {
            return XmlBytes.of(generator.generate(feed));
        } catch (FeedException e) {
            throw new IllegalStateException("every required element is set", e);
        }
    }

    /** The URL of the style sheet for browsers, relative, so that it works under every address of the feed. */
    static String styleSheet(FeedHead head) {
        return head.up() + Address.Asset.FEED_STYLE.path();
    }

    /** A document with the feed's style sheet (www.w3.org/TR/xml-stylesheet). */
    static Document document(Element root, WireFeed feed) {
        String style = "type=\"text/css\" href=\"" + feed.getStyleSheet() + "\"";
        return new Document(List.of(new ProcessingInstruction("xml-stylesheet", style), root));
    }
}
