package dev.feedmill.feed;

import dev.feedmill.article.Page;
import dev.feedmill.article.Term;

/** Makes the document of one feed. Threads may share it; every call builds its own tree, since ROME moves elements about. */
public final class FeedRenderer {
    private final RssWriter rss;
    private final AtomWriter atom;
    private final JsonFeedWriter json;

    public FeedRenderer(Site site) {
        this.rss = new RssWriter(site);
        this.atom = new AtomWriter(site);
        this.json = new JsonFeedWriter(site);
    }

    /** The feed of a term with these entries; the same bytes for the same input, always and everywhere. */
    public Document render(Format format, Term term, Page page) {
        byte[] bytes = switch (format) {
            case RSS -> rss.write(term, page);
            case ATOM -> atom.write(term, page);
            case JSON -> json.write(term, page);
        };
        return new Document(format.mediaType(), bytes, page.updated());
    }
}
