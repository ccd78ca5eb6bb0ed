package dev.feedmill.http.feeds;

import dev.feedmill.feed.FeedRenderer;
import dev.feedmill.feed.Rendered;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.feed.item.FeedDescriptor;
import dev.feedmill.feed.item.Format;
import dev.feedmill.http.caching.BrowserNavigation;
import dev.feedmill.http.caching.CachedResponse;
import dev.feedmill.http.caching.ConditionalRequests;
import dev.feedmill.http.caching.DeltaEncoding;
import dev.feedmill.http.caching.DocumentCache;
import dev.feedmill.http.caching.HeaderFields;
import dev.feedmill.http.message.BadParameterException;
import dev.feedmill.http.message.FeedCounts;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.ProblemResponses;
import dev.feedmill.http.message.RawPath;
import dev.feedmill.http.message.Redirects;
import dev.feedmill.http.message.TermPaths;
import dev.feedmill.http.query.ArchiveNumber;
import dev.feedmill.http.query.CanonicalQuery;
import dev.feedmill.http.query.SelectedPages;
import dev.feedmill.http.query.SelectionParameters;
import dev.feedmill.http.query.SelectionRequest;
import dev.feedmill.http.query.SelectionRequestParser;
import dev.feedmill.http.query.Subjects;
import dev.feedmill.http.status.ResponseCounts;
import dev.feedmill.library.Library;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.selection.FeedPage;
import dev.feedmill.selection.NamedSelection;
import dev.feedmill.selection.Term;
import dev.feedmill.web.ServerUrl;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The feeds: whole, what is new in them since a reader's tag, and the pages of their archives. */
public final class FeedHandler {
    private static final Set<Long> EVERYTHING = Set.of(Term.EVERYTHING.number());

    private final Library library;
    private final FeedRenderer renderer;
    private final DocumentCache documents;
    private final ConditionalRequests conditional;
    private final HeaderFields fields;
    private final DeltaEncoding deltas;
    private final RateLimiter repeats;
    private final ResponseCounts counts;
    private final SelectionRequestParser questions;
    private final SelectedPages pages;
    private final int usual;
    private final @Nullable ServerUrl movedTo;

    /**
     * Answers nothing yet.
     *
     * @param wholeFor beginnings of the names of readers that are given whole feeds
     * @param usual how many entries a feed has where its address names no limit
     * @param movedTo where the feeds are now; null where they are here
     */
    public FeedHandler(
            Library library,
            FeedRenderer renderer,
            DocumentCache documents,
            ConditionalRequests conditional,
            HeaderFields fields,
            RateLimiter repeats,
            ResponseCounts counts,
            SelectionRequestParser questions,
            SelectedPages pages,
            List<String> wholeFor,
            int usual,
            @Nullable ServerUrl movedTo) {
        this.library = library;
        this.renderer = renderer;
        this.documents = documents;
        this.conditional = conditional;
        this.fields = fields;
        this.deltas = new DeltaEncoding(library.issued(), wholeFor);
        this.repeats = repeats;
        this.counts = counts;
        this.questions = questions;
        this.pages = pages;
        this.usual = usual;
        this.movedTo = movedTo;
    }

    /**
     * An answer whose parts lie ready; null where something must be looked for or made.
     *
     * @param served what lies under the request's address
     */
    @Nullable
    public HttpResponse ready(HttpRequest request, CachedResponse served) {
        if (movedTo != null
                || BrowserNavigation.isWanted(request)
                || (deltas.areWanted(request) && conditional.settled(request, served.validators()) == null)) {
            return null;
        }
        HttpResponse answer = conditional.ready(request, served);
        return answer == null ? null : limited(request, answer);
    }

    /** Whether they are elsewhere now, so that nothing of them lies ready here. */
    public boolean haveMoved() {
        return movedTo != null;
    }

    /** Those who do not follow the redirect find in its content where the feed is now. */
    private HttpResponse moved(HttpRequest request, HttpResponse answer) {
        if (movedTo == null || answer.status() >= 400 || answer.status() == 301) {
            return answer;
        }
        String query = request.query() == null ? "" : "?" + RawPath.ascii(request.query());
        return answer.movedTo(movedTo.url(request.path().substring(1) + query));
    }

    /**
     * The feed of a term.
     *
     * @param mark of the documents, from before the term was looked up
     */
    public HttpResponse answer(HttpRequest request, Term term, Format format, long mark) {
        return moved(request, here(request, term, format, mark));
    }

    private HttpResponse here(HttpRequest request, Term term, Format format, long mark) {
        int number = ArchiveNumber.of(request.query());
        if (number == ArchiveNumber.WRONG) {
            return ProblemResponses.of(400, "'archive' must be the number of a page, counted from 1");
        }
        if (number == ArchiveNumber.NONE && SelectionParameters.isUsed(request.query(), SelectionParameters.FEED)) {
            return selected(request, term, format, mark);
        }
        if (number == ArchiveNumber.NONE) {
            return answer(request, source(term), format, mark);
        }
        CachedResponse served = archive(request, term, format, number, mark);
        return served == null
                ? ProblemResponses.of(404, "the archive has no such page")
                : answer(request, format, served);
    }

    /** Of a selection with a name; the request may say how its articles are told. */
    public HttpResponse answer(HttpRequest request, NamedSelection named, Format format, long mark) {
        return moved(request, here(request, named, format, mark));
    }

    private HttpResponse here(HttpRequest request, NamedSelection named, Format format, long mark) {
        String path = "/" + FeedDescriptor.of(named).address(format);
        try {
            String told = CanonicalQuery.known(request.query(), SelectionParameters.SHAPE);
            String canonical = questions.feed(told, Term.EVERYTHING).query();
            if (!told.equals(canonical)) {
                return Redirects.to(canonical.isEmpty() ? path : path + "?" + canonical);
            }
            SelectionRequest question = questions.named(told.isEmpty() ? named.where() : named.where() + "&" + told);
            FeedSource source = new FeedSource(
                    FeedDescriptor.of(named, told, question.order(), question.shape()),
                    question.times(),
                    EVERYTHING,
                    () -> chapter(question, request.deadline()));
            return answer(request, source, format, mark);
        } catch (BadParameterException e) {
            return e.answer();
        }
    }

    private HttpResponse answer(HttpRequest request, FeedSource source, Format format, long mark) {
        CachedResponse served = whole(request, source, format, mark);
        if (deltas.areWanted(request)
                && source.subject().query().isEmpty()
                && conditional.settled(request, served.validators()) == null) {
            CachedResponse delta = delta(request, source, format, mark);
            if (delta != null) {
                return conditional.full(request, delta);
            }
        }
        return answer(request, format, served);
    }

    private FeedSource source(Term term) {
        return FeedSource.of(term, library.rule(term), () -> library.current(term));
    }

    private HttpResponse answer(HttpRequest request, Format format, CachedResponse served) {
        HttpResponse answer = conditional.answer(request, served);
        boolean opened = format != Format.JSON && BrowserNavigation.isWanted(request);
        return limited(
                request, opened ? BrowserNavigation.of(answer, served.document().digest()) : answer);
    }

    /** What the query asks for, of the articles under a term. */
    private HttpResponse selected(HttpRequest request, Term within, Format format, long mark) {
        String path = TermPaths.canonical(within, format);
        try {
            SelectionRequest question = questions.feed(request.query(), within);
            if (!CanonicalQuery.known(request.query(), SelectionParameters.FEED).equals(question.query())) {
                return Redirects.to(question.query().isEmpty() ? path : path + "?" + question.query());
            }
            FeedSource source = new FeedSource(
                    Subjects.of(within, library.rule(within), question),
                    question.times(),
                    question.terms(),
                    () -> chapter(question, request.deadline()));
            return answer(request, source, format, mark);
        } catch (BadParameterException e) {
            return e.answer();
        }
    }

    private FeedPage chapter(SelectionRequest question, Deadline deadline) {
        return new FeedPage(0, 0, 0, 0, pages.find(question, usual, deadline));
    }

    /** The feed of a term as it is now. */
    CachedResponse whole(HttpRequest request, Term term, Format format, long mark) {
        return whole(request, source(term), format, mark);
    }

    private CachedResponse whole(HttpRequest request, FeedSource source, Format format, long mark) {
        return documents.get(
                request,
                source.key(format),
                source.terms(),
                mark,
                () -> fields.feed(
                        issue(
                                source,
                                format,
                                renderer.render(
                                        format, source.subject(), source.now().get(), request.deadline())),
                        counts(source, format)));
    }

    /** Those that a query asks for are counted with the feed that they are part of. */
    private FeedCounts counts(FeedSource source, Format format) {
        return counts.of("/" + source.subject().stem() + "." + format.extension());
    }

    /** Anybody could ask for as many queries as the library would have to remember. */
    private Document issue(FeedSource source, Format format, Rendered rendered) {
        Document document = rendered.document();
        if (source.subject().query().isEmpty()) {
            library.issued().issue(source.path(format), document.digest(), rendered.entries());
        }
        return document;
    }

    private @Nullable CachedResponse archive(HttpRequest request, Term term, Format format, int number, long mark) {
        return documents.find(
                request,
                ArchiveNumber.key(TermPaths.canonical(term, format), number),
                Set.of(term.number()),
                mark,
                () -> archive(term, format, number, request.deadline()));
    }

    private @Nullable CachedResponse archive(Term term, Format format, int number, Deadline deadline) {
        Optional<FeedPage> chapter = library.archive(term, number);
        FeedSource source = source(term);
        return chapter.isEmpty()
                ? null
                : fields.feed(
                        renderer.render(format, source.subject(), chapter.get(), deadline)
                                .document(),
                        counts(source, format));
    }

    private @Nullable CachedResponse delta(HttpRequest request, FeedSource source, Format format, long mark) {
        DeltaEncoding.Base base = deltas.base(request, source.path(format));
        return base == null
                ? null
                : documents.find(
                        request,
                        // No path has a blank in it.
                        source.key(format) + " since " + base.tag(),
                        source.terms(),
                        mark,
                        () -> delta(source, format, base, request.deadline()));
    }

    /** Both the tag and the entries come from one state of the library. */
    private @Nullable CachedResponse delta(
            FeedSource source, Format format, DeltaEncoding.Base base, Deadline deadline) {
        FeedPage now = source.now().get();
        Document whole = issue(source, format, renderer.render(format, source.subject(), now, deadline));
        Document delta = renderer.delta(format, source.subject(), now, base.entries(), deadline);
        return delta == null ? null : fields.delta(delta, whole, base.tag(), counts(source, format));
    }

    private HttpResponse limited(HttpRequest request, HttpResponse answer) {
        if (ConditionalRequests.asks(request)) {
            repeats.told(request);
            return answer;
        }
        if (answer.status() != 200 || !request.method().equals("GET")) {
            return answer;
        }
        long seconds = repeats.secondsToWait(request);
        return seconds == 0
                ? answer
                : ProblemResponses.of(
                                429,
                                "send If-None-Match or If-Modified-Since, and ask less often",
                                Map.of("Retry-After", Long.toString(seconds)))
                        .countedBy(answer.counts());
    }
}
