package dev.feedmill.http;

import dev.feedmill.article.Entry;
import dev.feedmill.article.Lookup;
import dev.feedmill.article.Term;
import dev.feedmill.feed.Format;
import dev.feedmill.library.Library;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Feeds and pages: finds the document that a path names, or has it made. */
final class SiteAnswers {
    private static final Set<Long> EVERYTHING = Set.of(Term.EVERYTHING.number());
    private final Library library;
    private final DocumentMaker maker;
    private final Documents documents;
    private final Conditional conditional;
    private final HeaderFields fields;
    private final FeedAnswers feeds;
    private final TermPaths paths;

    SiteAnswers(
            Library library,
            DocumentMaker maker,
            Documents documents,
            Conditional conditional,
            HeaderFields fields,
            FeedAnswers feeds) {
        this.library = library;
        this.maker = maker;
        this.documents = documents;
        this.conditional = conditional;
        this.fields = fields;
        this.feeds = feeds;
        this.paths = new TermPaths(library);
    }

    /** An answer that needs nothing but what is there already and fresh; null where something must be looked for or made. */
    @Nullable
    Answer hit(Request request) {
        String path = ArchiveNumber.key(request.path(), ArchiveNumber.of(request.query()));
        Served served = documents.present(path);
        if (served == null) {
            Validators validators = documents.validators(path);
            return validators == null ? null : conditional.unchanged(request, validators);
        }
        return served.validators().isFeed() ? feeds.ready(request, served) : conditional.ready(request, served);
    }

    Answer feed(Request request, Format format) {
        return feeds.answer(request, Term.EVERYTHING, format, documents.mark());
    }

    Answer home(Request request) {
        return conditional.answer(
                request, documents.get("/", EVERYTHING, documents.mark(), () -> fields.page(maker.home())));
    }

    Answer opml(Request request) {
        return conditional.answer(
                request, documents.get("/feeds.opml", EVERYTHING, documents.mark(), () -> fields.plain(maker.opml())));
    }

    Answer term(Request request, Term.Kind kind) {
        long mark = documents.mark();
        TermPaths.Target target = paths.target(kind, request.path());
        if (target == null) {
            return ProblemAnswers.of(400, "the path must be percent-encoded UTF-8");
        }
        if (target.term() instanceof Lookup.Found<Term> found) {
            String canonical = TermPaths.canonical(found.value(), target.format());
            return canonical.equals(request.path())
                    ? answer(request, found.value(), target.format(), mark)
                    : TermPaths.moved(request, canonical);
        }
        if (target.term() instanceof Lookup.Moved<Term> moved) {
            return TermPaths.moved(request, TermPaths.canonical(moved.value(), target.format()));
        }
        return target.term() instanceof Lookup.Gone<Term>
                ? ProblemAnswers.of(410, "there are no articles under this name any more")
                : ProblemAnswers.of(404, "there is nothing under this name");
    }

    private Answer answer(Request request, Term term, @Nullable Format format, long mark) {
        if (format != null) {
            return feeds.answer(request, term, format, mark);
        }
        String path = TermPaths.canonical(term, null);
        return conditional.answer(
                request, documents.get(path, Set.of(term.number()), mark, () -> fields.page(maker.page(term))));
    }

    Answer article(Request request) {
        List<String> segments = RawPath.segmentsBelow(request.path(), "/articles/");
        if (segments == null) {
            return ProblemAnswers.of(400, "the path must be percent-encoded UTF-8");
        }
        long mark = documents.mark();
        Lookup<Entry> lookup = library.article(String.join("/", segments));
        if (lookup instanceof Lookup.Found<Entry> found) {
            String canonical = "/" + found.value().pagePath();
            return canonical.equals(request.path())
                    ? conditional.answer(
                            request,
                            documents.get(canonical, EVERYTHING, mark, () -> fields.page(maker.article(found.value()))))
                    : TermPaths.moved(request, canonical);
        }
        if (lookup instanceof Lookup.Moved<Entry> moved) {
            return TermPaths.moved(request, "/" + moved.value().pagePath());
        }
        return lookup instanceof Lookup.Gone<Entry>
                ? ProblemAnswers.of(410, "the article was taken away")
                : ProblemAnswers.of(404, "there is no such article");
    }
}
