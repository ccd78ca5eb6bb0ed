package dev.feedmill.http;

import dev.feedmill.article.Conditions;
import dev.feedmill.article.Selection;
import dev.feedmill.article.Term;
import dev.feedmill.library.Library;
import java.time.Instant;

/**
 * When anything public under a term last changed, also where neither the newest articles show it nor the changed one's own
 * date, which its author may have left as it was.
 */
final class LastChange {
    private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

    private LastChange() {}

    /** To be asked before the rest is read: too early a date only costs an answer. */
    static Instant of(Library library, Term term) {
        return library.page(Selection.newest(Conditions.under(term).since(NEVER), 1))
                .updated();
    }
}
