package dev.feedmill.http.feeds;

import dev.feedmill.feed.FeedRenderer;
import dev.feedmill.feed.Rendered;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.feed.item.Format;
import dev.feedmill.feed.item.Subject;
import dev.feedmill.http.caching.Conditional;
import dev.feedmill.http.caching.Deltas;
import dev.feedmill.http.caching.Documents;
import dev.feedmill.http.caching.HeaderFields;
import dev.feedmill.http.caching.Opened;
import dev.feedmill.http.caching.Served;
import dev.feedmill.http.message.Answer;
import dev.feedmill.http.message.BadParameterException;
import dev.feedmill.http.message.FeedCounts;
import dev.feedmill.http.message.ProblemAnswers;
import dev.feedmill.http.message.RawPath;
import dev.feedmill.http.message.Redirects;
import dev.feedmill.http.message.Request;
import dev.feedmill.http.message.TermPaths;
import dev.feedmill.http.query.ArchiveNumber;
import dev.feedmill.http.query.CanonicalQuery;
import dev.feedmill.http.query.Grammar;
import dev.feedmill.http.query.Question;
import dev.feedmill.http.query.QuestionReader;
import dev.feedmill.http.query.SelectedPages;
import dev.feedmill.http.query.Subjects;
import dev.feedmill.http.status.AnswerCounts;
import dev.feedmill.library.Library;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.selection.Chapter;
import dev.feedmill.selection.NamedSelection;
import dev.feedmill.selection.Term;
import dev.feedmill.web.Here;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The feeds: whole, what is new in them since a reader's tag, and the pages of their archives. */
public final class FeedAnswers {
    private static final Set<Long> EVERYTHING = Set.of(Term.EVERYTHING.number());

    private final Library library;
    private final FeedRenderer renderer;
    private final Documents documents;
    private final Conditional conditional;
    private final HeaderFields fields;
    private final Deltas deltas;
    private final Repeats repeats;
    private final AnswerCounts counts;
    private final QuestionReader questions;
    private final SelectedPages pages;
    private final int usual;
    private final @Nullable Here movedTo;

    /**
     * Answers nothing yet.
     *
     * @param wholeFor beginnings of the names of readers that are given whole feeds
     * @param usual how many entries a feed has where its address names no limit
     * @param movedTo where the feeds are now; null where they are here
     */
    public FeedAnswers(
            Library library,
            FeedRenderer renderer,
            Documents documents,
            Conditional conditional,
            HeaderFields fields,
            Repeats repeats,
            AnswerCounts counts,
            QuestionReader questions,
            SelectedPages pages,
            List<String> wholeFor,
            int usual,
            @Nullable Here movedTo) {
        this.library = library;
        this.renderer = renderer;
        this.documents = documents;
        this.conditional = conditional;
        this.fields = fields;
        this.deltas = new Deltas(library.issued(), wholeFor);
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
    public Answer ready(Request request, Served served) {
        if (movedTo != null
                || Opened.isWanted(request)
                || (deltas.areWanted(request) && conditional.settled(request, served.validators()) == null)) {
            return null;
        }
        Answer answer = conditional.ready(request, served);
        return answer == null ? null : limited(request, answer);
    }

    /** Whether they are elsewhere now, so that nothing of them lies ready here. */
    public boolean haveMoved() {
        return movedTo != null;
    }

    /** Those who do not follow the redirect find in its content where the feed is now. */
    private Answer moved(Request request, Answer answer) {
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
    public Answer answer(Request request, Term term, Format format, long mark) {
        return moved(request, here(request, term, format, mark));
    }

    private Answer here(Request request, Term term, Format format, long mark) {
        int number = ArchiveNumber.of(request.query());
        if (number == ArchiveNumber.WRONG) {
            return ProblemAnswers.of(400, "'archive' must be the number of a page, counted from 1");
        }
        if (number == ArchiveNumber.NONE && Grammar.isUsed(request.query(), Grammar.FEED)) {
            return selected(request, term, format, mark);
        }
        if (number == ArchiveNumber.NONE) {
            return answer(request, source(term), format, mark);
        }
        Served served = archive(request, term, format, number, mark);
        return served == null
                ? ProblemAnswers.of(404, "the archive has no such page")
                : answer(request, format, served);
    }

    /** Of a selection with a name; the request may say how its articles are told. */
    public Answer answer(Request request, NamedSelection named, Format format, long mark) {
        return moved(request, here(request, named, format, mark));
    }

    private Answer here(Request request, NamedSelection named, Format format, long mark) {
        String path = "/" + Subject.of(named).address(format);
        try {
            String told = CanonicalQuery.known(request.query(), Grammar.SHAPE);
            String canonical = questions.feed(told, Term.EVERYTHING).query();
            if (!told.equals(canonical)) {
                return Redirects.to(canonical.isEmpty() ? path : path + "?" + canonical);
            }
            Question question = questions.named(told.isEmpty() ? named.where() : named.where() + "&" + told);
            FeedSource source = new FeedSource(
                    Subject.of(named, told, question.order(), question.shape()),
                    question.times(),
                    EVERYTHING,
                    () -> chapter(question, request.deadline()));
            return answer(request, source, format, mark);
        } catch (BadParameterException e) {
            return e.answer();
        }
    }

    private Answer answer(Request request, FeedSource source, Format format, long mark) {
        Served served = whole(request, source, format, mark);
        if (deltas.areWanted(request)
                && source.subject().query().isEmpty()
                && conditional.settled(request, served.validators()) == null) {
            Served delta = delta(request, source, format, mark);
            if (delta != null) {
                return conditional.full(request, delta);
            }
        }
        return answer(request, format, served);
    }

    private FeedSource source(Term term) {
        return FeedSource.of(term, library.rule(term), () -> library.current(term));
    }

    private Answer answer(Request request, Format format, Served served) {
        Answer answer = conditional.answer(request, served);
        boolean opened = format != Format.JSON && Opened.isWanted(request);
        return limited(request, opened ? Opened.of(answer, served.document().digest()) : answer);
    }

    /** What the query asks for, of the articles under a term. */
    private Answer selected(Request request, Term within, Format format, long mark) {
        String path = TermPaths.canonical(within, format);
        try {
            Question question = questions.feed(request.query(), within);
            if (!CanonicalQuery.known(request.query(), Grammar.FEED).equals(question.query())) {
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

    private Chapter chapter(Question question, Deadline deadline) {
        return new Chapter(0, 0, 0, 0, pages.find(question, usual, deadline));
    }

    /** The feed of a term as it is now. */
    Served whole(Request request, Term term, Format format, long mark) {
        return whole(request, source(term), format, mark);
    }

    private Served whole(Request request, FeedSource source, Format format, long mark) {
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

    private @Nullable Served archive(Request request, Term term, Format format, int number, long mark) {
        return documents.find(
                request,
                ArchiveNumber.key(TermPaths.canonical(term, format), number),
                Set.of(term.number()),
                mark,
                () -> archive(term, format, number, request.deadline()));
    }

    private @Nullable Served archive(Term term, Format format, int number, Deadline deadline) {
        Optional<Chapter> chapter = library.archive(term, number);
        FeedSource source = source(term);
        return chapter.isEmpty()
                ? null
                : fields.feed(
                        renderer.render(format, source.subject(), chapter.get(), deadline)
                                .document(),
                        counts(source, format));
    }

    private @Nullable Served delta(Request request, FeedSource source, Format format, long mark) {
        Deltas.Base base = deltas.base(request, source.path(format));
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
    private @Nullable Served delta(FeedSource source, Format format, Deltas.Base base, Deadline deadline) {
        Chapter now = source.now().get();
        Document whole = issue(source, format, renderer.render(format, source.subject(), now, deadline));
        Document delta = renderer.delta(format, source.subject(), now, base.entries(), deadline);
        return delta == null ? null : fields.delta(delta, whole, base.tag(), counts(source, format));
    }

    private Answer limited(Request request, Answer answer) {
        if (Conditional.asks(request)) {
            repeats.told(request);
            return answer;
        }
        if (answer.status() != 200 || !request.method().equals("GET")) {
            return answer;
        }
        long seconds = repeats.secondsToWait(request);
        return seconds == 0
                ? answer
                : ProblemAnswers.of(
                                429,
                                "send If-None-Match or If-Modified-Since, and ask less often",
                                Map.of("Retry-After", Long.toString(seconds)))
                        .countedBy(answer.counts());
    }
}
