package dev.feedmill.pages;

import dev.feedmill.address.Parameter;
import dev.feedmill.pages.part.Link;
import dev.feedmill.pages.part.SiteContext;
import dev.feedmill.pages.part.Tree;
import dev.feedmill.selection.Term;
import dev.feedmill.web.PercentCoding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of all terms of a kind, or of those directly below a category.
 *
 * @param nothing message for an empty list
 * @param number which page it is, in words; empty for the only one
 * @param isTree whether the rows show terms below them
 */
public record TermsView(
        Head head,
        List<Link> crumbs,
        boolean isTree,
        List<TermItem> rows,
        @Nullable String nothing,
        String number,
        @Nullable Link previous,
        @Nullable Link next)
        implements View {
    /** Terms per page. */
    public static final int LENGTH = 200;

    @Override
    public String template() {
        return "terms.jte";
    }

    /**
     * Creates the view.
     *
     * @param page page number, counted from 1; pages have {@link #LENGTH} terms
     */
    public static TermsView of(SiteContext site, Term.Kind kind, Term above, int page, Tree tree) {
        String plain = above.names().isEmpty() ? site.words().get(kind.plural()) : above.name();
        String title = page == 1 ? plain : site.words().get("part.terms", plain, page);
        Head head = Head.of(site, path(kind, above, page), title, "", above);
        return new TermsView(
                head,
                Breadcrumbs.to(head, above),
                kind == Term.Kind.CATEGORY,
                tree.nodes().stream().map(node -> TermItem.of(head, node)).toList(),
                tree.all() == 0 ? head.word("none." + kind.plural()) : null,
                tree.all() <= LENGTH || !site.queries()
                        ? ""
                        : head.word("page.number", page, (tree.all() + LENGTH - 1) / LENGTH),
                page == 1 || !site.queries()
                        ? null
                        : new Link(head.to(path(kind, above, page - 1)), head.word("previous.page")),
                (long) page * LENGTH >= tree.all() || !site.queries()
                        ? null
                        : new Link(head.to(path(kind, above, page + 1)), head.word("next.page")));
    }

    /** Path and query of the list, percent-encoded, without a leading slash. */
    static String path(Term.Kind kind, Term above, int page) {
        String in = above.names().isEmpty() ? "" : Parameter.IN.with(PercentCoding.encode(above.segments()));
        String part = page == 1 ? "" : Parameter.PAGE.with(Integer.toString(page));
        return kind.list().with(in.isEmpty() || part.isEmpty() ? in + part : in + "&" + part);
    }
}
