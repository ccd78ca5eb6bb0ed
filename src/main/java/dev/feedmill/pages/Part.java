package dev.feedmill.pages;

import dev.feedmill.pages.part.Link;
import dev.feedmill.selection.ListPage;
import dev.feedmill.selection.Term;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a term's list with its own address.
 *
 * @param term whose list it is
 * @param place the query that names the stretch, such as {@code older=…}; empty for the newest
 * @param newer the query of the stretch before, null for none
 * @param older the query of the stretch behind, null for none
 */
public record Part(
        Term term,
        String place,
        ListPage slice,
        @Nullable String newer,
        @Nullable String older) {
    boolean isFirst() {
        return place.isEmpty();
    }

    /** Percent-encoded, without a slash at its start. */
    String path() {
        return at(place);
    }

    /** What to say where nothing is in it. */
    String nothing(Head head) {
        return head.word(isFirst() ? "nothing.yet" : "nothing.older");
    }

    @Nullable
    Link newer(Head head) {
        return newer == null ? null : new Link(head.to(at(newer)), head.word("newer"));
    }

    @Nullable
    Link older(Head head) {
        return older == null ? null : new Link(head.to(at(older)), head.word("older"));
    }

    private String at(String query) {
        return query.isEmpty() ? term.pagePath() : term.pagePath() + "?" + query;
    }
}
