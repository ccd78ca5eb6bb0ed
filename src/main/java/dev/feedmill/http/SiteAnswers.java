package dev.feedmill.http;

import dev.feedmill.feed.item.Format;
import dev.feedmill.http.caching.Conditional;
import dev.feedmill.http.caching.Documents;
import dev.feedmill.http.caching.Opened;
import dev.feedmill.http.caching.Served;
import dev.feedmill.http.caching.Validators;
import dev.feedmill.http.feeds.FeedAnswers;
import dev.feedmill.http.message.Answer;
import dev.feedmill.http.message.ProblemAnswers;
import dev.feedmill.http.message.Request;
import dev.feedmill.http.message.TermPaths;
import dev.feedmill.http.pages.PageAnswers;
import dev.feedmill.http.query.ArchiveNumber;
import dev.feedmill.http.query.Grammar;
import dev.feedmill.http.query.Leaf;
import dev.feedmill.library.Library;
import dev.feedmill.selection.Lookup;
import dev.feedmill.selection.Term;
import org.jspecify.annotations.Nullable;

/** Finds out which term, and which of its documents, a path names. */
final class SiteAnswers {
    private final Documents documents;
    private final Conditional conditional;
    private final FeedAnswers feeds;
    private final PageAnswers pages;
    private final TermPaths paths;

    SiteAnswers(Library library, Documents documents, Conditional conditional, FeedAnswers feeds, PageAnswers pages) {
        this.documents = documents;
        this.conditional = conditional;
        this.feeds = feeds;
        this.pages = pages;
        this.paths = new TermPaths(library);
    }

    /** An answer that needs nothing but what is there already and fresh; null where something must be looked for or made. */
    @Nullable
    Answer hit(Request request) {
        if (Leaf.isNamed(request.query())) {
            return null;
        }
        String path = key(request);
        Served served = documents.present(path);
        if (served == null) {
            Validators validators = documents.validators(path);
            return validators == null || (validators.isFeed() && (feeds.haveMoved() || Opened.isWanted(request)))
                    ? null
                    : conditional.settled(request, validators);
        }
        return served.validators().isFeed() ? feeds.ready(request, served) : conditional.ready(request, served);
    }

    /** What is kept for a request lies under its path, with the query where that asks for something. */
    private static String key(Request request) {
        return Grammar.isUsed(request.query(), Grammar.LATEST)
                ? request.path() + "?" + request.query()
                : ArchiveNumber.key(request.path(), ArchiveNumber.of(request.query()));
    }

    Answer feed(Request request, Format format) {
        return feeds.answer(request, Term.EVERYTHING, format, documents.mark());
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
        return pages.term(request, term, mark);
    }
}
