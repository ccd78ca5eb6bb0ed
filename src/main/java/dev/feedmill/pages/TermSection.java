package dev.feedmill.pages;

import dev.feedmill.pages.part.Link;
import dev.feedmill.pages.part.Tree;
import dev.feedmill.selection.NamedSelection;
import dev.feedmill.selection.Term;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A section with terms of one kind.
 *
 * @param id id of the heading
 * @param isTree whether the rows show terms below them
 * @param all link to the complete list; null if nothing is left out
 */
public record TermSection(
        String id,
        String heading,
        boolean isTree,
        List<TermItem> rows,
        @Nullable Link all) {
    /** The front page's section for a kind. */
    static TermSection of(Head head, Term.Kind kind, Tree tree) {
        String name = kind.plural();
        return new TermSection(
                name,
                head.word(name),
                kind == Term.Kind.CATEGORY,
                rows(head, tree),
                tree.all() > tree.nodes().size()
                        ? new Link(head.to(kind.list()), head.word("all." + name, tree.all()))
                        : null);
    }

    /** The section of named selections. */
    static TermSection of(Head head, List<NamedSelection> named) {
        List<TermItem> rows = named.stream()
                .map(one -> new TermItem(head.to(one.page()), one.shownTitle(), "", null, "", List.of(), null))
                .toList();
        return new TermSection("selections", head.word("selections"), false, rows, null);
    }

    /** The section of terms right below a category; null if there are none. */
    static @Nullable TermSection below(Head head, Term term, Tree tree) {
        long left = tree.all() - tree.nodes().size();
        return tree.nodes().isEmpty()
                ? null
                : new TermSection(
                        "below",
                        head.word("subcategories"),
                        false,
                        rows(head, tree),
                        left > 0 && head.site().queries()
                                ? new Link(
                                        head.to(TermsView.path(Term.Kind.CATEGORY, term, 1)),
                                        head.word("further", left))
                                : null);
    }

    private static List<TermItem> rows(Head head, Tree tree) {
        return tree.nodes().stream().map(node -> TermItem.of(head, node)).toList();
    }
}
