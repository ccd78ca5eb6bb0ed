package dev.feedmill.http;

import dev.feedmill.article.Chapter;
import dev.feedmill.article.Term;
import dev.feedmill.feed.Document;
import dev.feedmill.feed.FeedRenderer;
import dev.feedmill.feed.Format;
import dev.feedmill.feed.Rendered;
import dev.feedmill.feed.Subject;
import dev.feedmill.library.Library;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The feeds: whole, what is new in them since a reader's tag, and the pages of their archives. */
final class FeedAnswers {
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

    /** @param usual how many entries a feed has where its address names no limit */
    FeedAnswers(
            Library library,
            FeedRenderer renderer,
            Documents documents,
            Conditional conditional,
            HeaderFields fields,
            Repeats repeats,
            AnswerCounts counts,
            QuestionReader questions,
            SelectedPages pages,
            int usual) {
        this.library = library;
        this.renderer = renderer;
        this.documents = documents;
        this.conditional = conditional;
        this.fields = fields;
        this.deltas = new Deltas(library.issued());
        this.repeats = repeats;
        this.counts = counts;
        this.questions = questions;
        this.pages = pages;
        this.usual = usual;
    }

    /**
     * An answer whose parts lie ready; null where something must be looked for or made.
     *
     * @param served what lies under the request's address
     */
    @Nullable
    Answer ready(Request request, Served served) {
        if (Opened.isWanted(request)
                || (Deltas.areWanted(request) && !served.validators().areKnown(request))) {
            return null;
        }
        Answer answer = conditional.ready(request, served);
        return answer == null ? null : limited(request, answer);
    }

    /** @param mark of the documents, from before the term was looked up */
    Answer answer(Request request, Term term, Format format, long mark) {
        int number = ArchiveNumber.of(request.query());
        if (number == ArchiveNumber.WRONG) {
            return ProblemAnswers.of(400, "'archive' must be the number of a page, counted from 1");
        }
        if (number == ArchiveNumber.NONE && Grammar.isUsed(request.query(), Grammar.FEED)) {
            return selected(request, term, format, mark);
        }
        Served served = number == ArchiveNumber.NONE ? whole(term, format, mark) : archive(term, format, number, mark);
        if (served == null) {
            return ProblemAnswers.of(404, "the archive has no such page");
        }
        if (number == ArchiveNumber.NONE
                && Deltas.areWanted(request)
                && !served.validators().areKnown(request)) {
            Served delta = delta(request, term, format, mark);
            if (delta != null) {
                return delta.full(conditional.coding(request));
            }
        }
        return answer(request, format, served);
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
            Served served = documents.get(
                    path + "?" + question.key(),
                    question.terms(),
                    mark,
                    () -> fields.feed(selected(within, question, format), counts(within, format)));
            return answer(request, format, served);
        } catch (BadParameterException e) {
            return e.answer();
        }
    }

    private Document selected(Term within, Question question, Format format) {
        Chapter chapter = new Chapter(0, 0, 0, 0, pages.find(question, usual));
        return renderer.render(format, Subjects.of(within, question), chapter).document();
    }

    /** The feed of a term as it is now. */
    Served whole(Term term, Format format, long mark) {
        return documents.get(
                TermPaths.canonical(term, format),
                Set.of(term.number()),
                mark,
                () -> fields.feed(
                        issue(term, format, renderer.render(format, Subject.of(term), library.current(term))),
                        counts(term, format)));
    }

    private FeedCounts counts(Term term, Format format) {
        return counts.of(TermPaths.canonical(term, format));
    }

    private Document issue(Term term, Format format, Rendered rendered) {
        Document document = rendered.document();
        library.issued().issue(TermPaths.canonical(term, format), document.digest(), rendered.entries());
        return document;
    }

    private @Nullable Served archive(Term term, Format format, int number, long mark) {
        return documents.find(
                ArchiveNumber.key(TermPaths.canonical(term, format), number),
                Set.of(term.number()),
                mark,
                () -> archive(term, format, number));
    }

    private @Nullable Served archive(Term term, Format format, int number) {
        Optional<Chapter> chapter = library.archive(term, number);
        return chapter.isEmpty()
                ? null
                : fields.feed(
                        renderer.render(format, Subject.of(term), chapter.get()).document(), counts(term, format));
    }

    private @Nullable Served delta(Request request, Term term, Format format, long mark) {
        Deltas.Base base = deltas.base(request);
        return base == null
                ? null
                : documents.find(
                        // No path has a blank in it.
                        TermPaths.canonical(term, format) + " since " + base.tag(),
                        Set.of(term.number()),
                        mark,
                        () -> delta(term, format, base));
    }

    /** Both the tag and the entries come from one state of the library. */
    private @Nullable Served delta(Term term, Format format, Deltas.Base base) {
        Chapter now = library.current(term);
        Document whole = issue(term, format, renderer.render(format, Subject.of(term), now));
        Document delta = renderer.delta(format, Subject.of(term), now, base.entries());
        return delta == null ? null : fields.delta(delta, whole, base.tag(), counts(term, format));
    }

    private Answer limited(Request request, Answer answer) {
        if (answer.status() != 200 || !request.method().equals("GET") || Conditional.asks(request)) {
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
