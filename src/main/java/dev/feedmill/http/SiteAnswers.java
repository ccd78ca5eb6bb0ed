package dev.feedmill.http;

import dev.feedmill.article.Entry;
import dev.feedmill.article.Lookup;
import dev.feedmill.article.Page;
import dev.feedmill.article.Selection;
import dev.feedmill.article.Term;
import dev.feedmill.feed.Document;
import dev.feedmill.feed.FeedRenderer;
import dev.feedmill.feed.Format;
import dev.feedmill.feed.OpmlRenderer;
import dev.feedmill.library.Library;
import dev.feedmill.pages.PageRenderer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Feeds and pages: finds the document that a path names, or makes it. */
final class SiteAnswers {
    private static final String HTML = "text/html; charset=utf-8";
    private static final Map<String, String> PAGE_HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; img-src http: https: data:; media-src http: https:; style-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "Referrer-Policy",
            "no-referrer");

    private final Library library;
    private final Documents documents;
    private final Conditional conditional;
    private final FeedRenderer feeds;
    private final OpmlRenderer opml;
    private final PageRenderer pages;
    private final TermPaths paths;
    private final int feedItems;

    SiteAnswers(
            Library library,
            Documents documents,
            Conditional conditional,
            FeedRenderer feeds,
            OpmlRenderer opml,
            PageRenderer pages,
            int feedItems) {
        this.library = library;
        this.documents = documents;
        this.conditional = conditional;
        this.feeds = feeds;
        this.opml = opml;
        this.pages = pages;
        this.paths = new TermPaths(library);
        this.feedItems = feedItems;
    }

    /** A document that is there already and fresh; null where one must be looked for or made. */
    @Nullable
    Answer hit(Request request) {
        Document document = documents.present(request.path());
        return document == null ? null : answer(request, document);
    }

    Answer feed(Request request, Format format) {
        return answer(request, feedOf(Term.EVERYTHING, format));
    }

    Answer term(Request request, Term.Kind kind) {
        TermPaths.Target target = paths.target(kind, request.path());
        if (target == null) {
            return ProblemAnswers.of(400, "the path must be percent-encoded UTF-8");
        }
        if (target.term() instanceof Lookup.Found<Term> found) {
            String canonical = TermPaths.canonical(found.value(), target.format());
            return canonical.equals(request.path())
                    ? answer(request, document(found.value(), target.format()))
                    : TermPaths.moved(request, canonical);
        }
        if (target.term() instanceof Lookup.Moved<Term> moved) {
            return TermPaths.moved(request, TermPaths.canonical(moved.value(), target.format()));
        }
        return target.term() instanceof Lookup.Gone<Term>
                ? ProblemAnswers.of(410, "there are no articles under this name any more")
                : ProblemAnswers.of(404, "there is nothing under this name");
    }

    private Document document(Term term, @Nullable Format format) {
        return format == null ? pageOf(term) : feedOf(term, format);
    }

    private Document feedOf(Term term, Format format) {
        return documents.get(
                TermPaths.canonical(term, format),
                Set.of(term.number()),
                () -> feeds.render(format, term, library.page(Selection.newest(term, feedItems))));
    }

    private Document pageOf(Term term) {
        return documents.get(TermPaths.canonical(term, null), Set.of(term.number()), () -> {
            Page page = library.page(Selection.newest(term, feedItems));
            return new Document(HTML, pages.term(term, page.entries()), page.updated());
        });
    }

    Answer home(Request request) {
        Document home = documents.get("/", Set.of(Term.EVERYTHING.number()), () -> {
            Page page = library.page(Selection.newest(Term.EVERYTHING, feedItems));
            return new Document(HTML, pages.home(library.listings(), page.entries()), page.updated());
        });
        return answer(request, home);
    }

    Answer opml(Request request) {
        Document list = documents.get("/feeds.opml", Set.of(Term.EVERYTHING.number()), () -> {
            Page newest = library.page(Selection.newest(Term.EVERYTHING, 1));
            return opml.render(library.listings(), newest.updated());
        });
        return answer(request, list);
    }

    Answer article(Request request) {
        List<String> segments = RawPath.segmentsBelow(request.path(), "/articles/");
        if (segments == null) {
            return ProblemAnswers.of(400, "the path must be percent-encoded UTF-8");
        }
        Lookup<Entry> lookup = library.article(String.join("/", segments));
        if (lookup instanceof Lookup.Found<Entry> found) {
            String canonical = "/" + found.value().pagePath();
            return canonical.equals(request.path())
                    ? answer(request, articlePage(canonical, found.value()))
                    : TermPaths.moved(request, canonical);
        }
        if (lookup instanceof Lookup.Moved<Entry> moved) {
            return TermPaths.moved(request, "/" + moved.value().pagePath());
        }
        return lookup instanceof Lookup.Gone<Entry>
                ? ProblemAnswers.of(410, "the article was taken away")
                : ProblemAnswers.of(404, "there is no such article");
    }

    /** The article is read again within, since it may have changed after it was looked up. */
    private Document articlePage(String path, Entry found) {
        return documents.get(path, Set.of(Term.EVERYTHING.number()), () -> {
            Entry entry = library.article(found.slug()) instanceof Lookup.Found<Entry> again ? again.value() : found;
            return new Document(HTML, pages.article(entry), entry.updated());
        });
    }

    private Answer answer(Request request, Document document) {
        return conditional.answer(request, document, document.mediaType().equals(HTML) ? PAGE_HEADERS : Map.of());
    }
}
