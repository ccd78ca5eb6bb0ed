package dev.feedmill.pages.part;

import dev.feedmill.selection.TermSummary;
import java.util.List;

/**
 * Terms of one kind as a page shows them: those with most articles first, the rest collapsed.
 *
 * @param all number of terms at the top level
 */
public record Tree(List<Node> nodes, long all) {
    /** A term with those below it that have most articles. */
    public record Node(TermSummary branch, List<Node> below) {
        public Node {
            below = List.copyOf(below);
        }
    }

    public Tree {
        nodes = List.copyOf(nodes);
    }

    /** A tree of terms without others below them. */
    public static Tree flat(List<TermSummary> branches, long all) {
        return new Tree(
                branches.stream().map(branch -> new Node(branch, List.of())).toList(), all);
    }
}
