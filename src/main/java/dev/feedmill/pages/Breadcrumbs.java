package dev.feedmill.pages;

import dev.feedmill.pages.part.Link;
import dev.feedmill.selection.Term;
import java.util.ArrayList;
import java.util.List;

/** Breadcrumbs: the links from the front page down to a page. */
public final class Breadcrumbs {
    private Breadcrumbs() {}

    /** The breadcrumbs of a term, itself included. */
    public static List<Link> to(Head head, Term term) {
        List<Link> crumbs = above(head, term);
        if (!term.names().isEmpty()) {
            crumbs.add(new Link(head.to(term.page()), term.name()));
        }
        return crumbs;
    }

    /** The breadcrumbs of a term, without itself. */
    static List<Link> above(Head head, Term term) {
        List<Link> crumbs = new ArrayList<>();
        crumbs.add(new Link(head.up(), head.word("home")));
        if (term.kind() != Term.Kind.EVERYTHING) {
            crumbs.add(
                    new Link(head.to(term.kind().list()), head.word(term.kind().plural())));
        }
        for (int depth = 1; depth < term.names().size(); depth++) {
            Term at = new Term(
                    0,
                    term.kind(),
                    term.names().subList(0, depth),
                    term.segments().subList(0, depth));
            crumbs.add(new Link(head.to(at.page()), at.name()));
        }
        return crumbs;
    }
}
