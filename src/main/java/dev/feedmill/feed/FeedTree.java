package dev.feedmill.feed;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import dev.feedmill.feed.item.FeedDescriptor;
import org.jdom2.Document;
import org.jdom2.Namespace;
import org.jdom2.ProcessingInstruction;

/** The tree that ROME makes of a feed. */
final class FeedTree {
    private FeedTree() {}

    /**
     * A tree of its own for every call: ROME moves foreign elements out of the feed into it.
     *
     * @param subject whose feed it is, from whose address the style sheet is named
     * @param used declared at the root, since some readers know prefixes from there only
     */
    static Document of(WireFeed feed, FeedDescriptor subject, Namespace... used) {
        try {
            Document tree = new WireFeedOutput().outputJDom(feed);
            tree.addContent(0, style(subject));
            for (Namespace namespace : used) {
                tree.getRootElement().addNamespaceDeclaration(namespace);
            }
            return tree;
        } catch (FeedException e) {
            throw new IllegalStateException("every required element is set", e);
        }
    }

    /**
     * What browsers show a feed with (www.w3.org/TR/xml-stylesheet); relative, so that it works under every address that a
     * feed may be fetched from.
     */
    private static ProcessingInstruction style(FeedDescriptor subject) {
        long folders = subject.stem().chars().filter(c -> c == '/').count();
        String href = "../".repeat((int) folders) + "assets/feed.css";
        return new ProcessingInstruction("xml-stylesheet", "type=\"text/css\" href=\"" + href + "\"");
    }
}
