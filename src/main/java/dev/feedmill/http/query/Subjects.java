package dev.feedmill.http.query;

import dev.feedmill.article.CategoryRule;
import dev.feedmill.feed.item.FeedDescriptor;
import dev.feedmill.selection.Term;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the feeds of questions are about. */
public final class Subjects {
    private Subjects() {}

    /**
     * Within a term.
     *
     * @param within the term whose address was asked
     * @param rule what the operator says of it; null for nothing
     */
    public static FeedDescriptor of(Term within, @Nullable CategoryRule rule, SelectionRequest question) {
        FeedDescriptor term = FeedDescriptor.of(within, rule);
        List<String> names = new ArrayList<>(term.names());
        if (!question.words().isEmpty()) {
            names.add(question.words());
        }
        return new FeedDescriptor(
                term.key() + "?" + question.query(),
                term.kind(),
                names,
                term.description(),
                term.language(),
                term.image(),
                page(within, question),
                term.stem(),
                question.query(),
                question.order(),
                question.shape(),
                null);
    }

    /** Where people see the same. */
    static String page(Term within, SelectionRequest question) {
        String own = within.kind() == Term.Kind.EVERYTHING
                ? ""
                : TermNames.parameter(within.kind()) + "=" + TermNames.value(within) + "&";
        return "search?" + own + question.query();
    }
}
