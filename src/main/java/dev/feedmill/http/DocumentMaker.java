package dev.feedmill.http;

import dev.feedmill.article.Article;
import dev.feedmill.article.CategoryPath;
import dev.feedmill.article.Entry;
import dev.feedmill.article.Lookup;
import dev.feedmill.article.Page;
import dev.feedmill.article.Selection;
import dev.feedmill.article.Term;
import dev.feedmill.feed.Document;
import dev.feedmill.feed.OpmlRenderer;
import dev.feedmill.feed.Site;
import dev.feedmill.library.Library;
import dev.feedmill.pages.Frame;
import dev.feedmill.pages.PageRenderer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes documents of what the library holds now. */
final class DocumentMaker {
    static final String HTML = "text/html; charset=utf-8";
    private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

    private final Library library;
    private final OpmlRenderer opml;
    private final PageRenderer pages;

    DocumentMaker(Library library, Site site, Frame frame) {
        this.library = library;
        this.opml = new OpmlRenderer(site);
        this.pages = new PageRenderer(frame);
    }

    /** The page of a category, an author or a tag. */
    Document page(Term term) {
        Page page = newest(term);
        return new Document(HTML, pages.term(term, page.entries()), page.updated());
    }

    Document home() {
        Instant changed = lastChange();
        byte[] bytes = pages.home(library.listings(), newest(Term.EVERYTHING).entries());
        return new Document(HTML, bytes, changed);
    }

    Document opml() {
        Instant changed = lastChange();
        return opml.render(library.listings(), changed);
    }

    /** The article is read again, so that it is no older than the date that is put to it. */
    Document article(Entry found) {
        Instant changed = lastChange();
        Entry entry = library.article(found.slug()) instanceof Lookup.Found<Entry> again ? again.value() : found;
        return new Document(HTML, pages.article(entry, terms(entry.article())), changed);
    }

    private Page newest(Term term) {
        return library.current(term).page();
    }

    /**
     * When anything public last changed, also where neither the newest articles show it nor the changed one's own date,
     * which its author may have left as it was. To be asked before the rest is read: too early a date only costs an answer.
     */
    private Instant lastChange() {
        return library.page(new Selection(List.of(Term.EVERYTHING), NEVER, null, 1))
                .updated();
    }

    private List<Term> terms(Article article) {
        List<Term> terms = new ArrayList<>();
        for (CategoryPath path : article.categories()) {
            add(terms, Term.Kind.CATEGORY, path.names());
        }
        for (String author : article.authors()) {
            add(terms, Term.Kind.AUTHOR, List.of(author));
        }
        for (String tag : article.tags()) {
            add(terms, Term.Kind.TAG, List.of(tag));
        }
        return terms;
    }

    private void add(List<Term> terms, Term.Kind kind, List<String> names) {
        Lookup<Term> lookup = library.find(kind, names);
        if (lookup instanceof Lookup.Found<Term> found) {
            terms.add(found.value());
        } else if (lookup instanceof Lookup.Moved<Term> moved) {
            terms.add(moved.value());
        }
    }
}
