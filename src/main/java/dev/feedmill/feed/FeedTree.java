package dev.feedmill.feed;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import org.jdom2.Document;
import org.jdom2.Namespace;

/** The tree that ROME makes of a feed. */
final class FeedTree {
    private FeedTree() {}

    /**
     * A tree of its own for every call: ROME moves foreign elements out of the feed into it.
     *
     * @param used declared at the root, since some readers know prefixes from there only
     */
    static Document of(WireFeed feed, Namespace... used) {
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
}
