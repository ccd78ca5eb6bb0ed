package dev.feedmill.pages;

import dev.feedmill.article.PathSegments;
import dev.feedmill.pages.part.Link;
import dev.feedmill.pages.part.SiteContext;
import dev.feedmill.pages.part.Tree;
import dev.feedmill.selection.Term;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All terms of a kind, or all that are right below a category, a page of them.
 *
 * @param nothing what to say where there are none
 * @param isTree whether the rows show what is below them
 */
public record TermsView(
        Head head,
        List<Link> crumbs,
        boolean isTree,
        List<Row> rows,
        @Nullable String nothing,
        @Nullable Link previous,
        @Nullable Link next) {
    /** So many terms are on one page. */
    public static final int LENGTH = 200;

    /** @param page counted from 1 */
    static TermsView of(SiteContext frame, Term.Kind kind, Term above, int page, Tree tree) {
        String plain = above.names().isEmpty() ? frame.words().get(kind.folder()) : above.name();
        String title = page == 1 ? plain : frame.words().get("part.terms", plain, page);
        Head head = Head.of(frame, path(kind, above, page), title, "", above);
        return new TermsView(
                head,
                Breadcrumbs.to(head, above),
                kind == Term.Kind.CATEGORY,
                tree.nodes().stream().map(node -> Row.of(head, node)).toList(),
                tree.all() == 0 ? head.word("none." + kind.folder()) : null,
                page == 1 ? null : new Link(head.to(path(kind, above, page - 1)), head.word("previous.page")),
                (long) page * LENGTH >= tree.all()
                        ? null
                        : new Link(head.to(path(kind, above, page + 1)), head.word("next.page")));
    }

    /** Where they are, percent-encoded, without a slash at its start. */
    public static String path(Term.Kind kind, Term above, int page) {
        String in = above.names().isEmpty() ? "" : "in=" + PathSegments.encode(above.segments());
        String part = page == 1 ? "" : "page=" + page;
        String query = in.isEmpty() || part.isEmpty() ? in + part : in + "&" + part;
        return kind.folder() + (query.isEmpty() ? "" : "?" + query);
    }
}
