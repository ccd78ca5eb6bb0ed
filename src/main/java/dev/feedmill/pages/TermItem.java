package dev.feedmill.pages;

import dev.feedmill.pages.part.Tree;
import dev.feedmill.selection.Term;
import dev.feedmill.selection.TermSummary;
import java.text.NumberFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A term in a list of terms.
 *
 * @param count number of articles, for people
 * @param branches number of terms below it, in words; empty for none
 * @param below the terms below it with most articles
 * @param further number of terms below it that are left out, in words; null for none
 */
public record TermItem(
        String url,
        String name,
        String count,
        @Nullable ArticleItem newest,
        String branches,
        List<TermItem> below,
        @Nullable String further) {
    /** A row with those terms below it that the tree has. */
    static TermItem of(Head head, Tree.Node node) {
        TermSummary branch = node.branch();
        Term term = branch.term();
        long left = branch.branches() - node.below().size();
        return new TermItem(
                head.to(term.page()),
                term.name(),
                NumberFormat.getIntegerInstance(head.site().words().locale()).format(branch.articles()),
                branch.newest() == null ? null : ArticleItem.of(head, branch.newest()),
                branch.branches() == 0 ? "" : head.word("branches", branch.branches()),
                node.below().stream().map(child -> of(head, child)).toList(),
                left <= 0 ? null : head.word("further", left));
    }
}
