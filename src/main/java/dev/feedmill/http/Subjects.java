package dev.feedmill.http;

import dev.feedmill.article.Term;
import dev.feedmill.feed.Subject;
import java.util.ArrayList;
import java.util.List;

/** What the feeds of questions are about. */
final class Subjects {
    private Subjects() {}

    /** @param within the term whose address was asked */
    static Subject of(Term within, Question question) {
        Subject term = Subject.of(within);
        List<String> names = new ArrayList<>(term.names());
        if (!question.words().isEmpty()) {
            names.add(question.words());
        }
        return new Subject(
                term.key() + "?" + question.query(),
                names,
                term.description(),
                term.language(),
                term.image(),
                page(within, question),
                term.stem(),
                question.query(),
                question.order(),
                question.shape());
    }

    /** Where people see the same. */
    static String page(Term within, Question question) {
        String own = within.kind() == Term.Kind.EVERYTHING
                ? ""
                : TermNames.parameter(within.kind()) + "=" + TermNames.value(within) + "&";
        return "search?" + own + question.query();
    }
}
