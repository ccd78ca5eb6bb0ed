package dev.feedmill.pages.part;

import dev.feedmill.selection.TermSummary;
import java.util.List;

/**
 * Terms of one kind as far as a page shows them: the largest first, the rest folded away.
 *
 * @param all how many there are at the top
 */
public record Tree(List<Node> nodes, long all) {
    /** A term with the largest of those below it. */
    public record Node(TermSummary branch, List<Node> below) {
        public Node {
            below = List.copyOf(below);
        }
    }

    public Tree {
        nodes = List.copyOf(nodes);
    }

    /** Terms with nothing below them. */
    public static Tree flat(List<TermSummary> branches, long all) {
        return new Tree(
                branches.stream().map(branch -> new Node(branch, List.of())).toList(), all);
    }
}
