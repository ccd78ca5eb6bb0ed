package dev.feedmill.http;

import dev.feedmill.article.Term;
import dev.feedmill.feed.Document;
import dev.feedmill.feed.OpmlRenderer;
import dev.feedmill.feed.Site;
import dev.feedmill.library.Library;
import java.time.Instant;

/** Makes documents of what the library holds now. */
final class DocumentMaker {
    private final Library library;
    private final OpmlRenderer opml;

    DocumentMaker(Library library, Site site) {
        this.library = library;
        this.opml = new OpmlRenderer(site);
    }

    Document opml() {
        Instant changed = LastChange.of(library, Term.EVERYTHING);
        return opml.render(library.listings(), changed);
    }
}
