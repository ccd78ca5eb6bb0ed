package dev.feedmill.history;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Decides which operations a round may have: those after which it is certain which article each file is. */
final class Choice {
    private static final int MIN_POSTS = 9;
    private static final int MAX_POSTS = 40;

    private Choice() {}

    /**
     * Whether these may be the operations of one round.
     *
     * @param seen whether a server sees them while they are done, one after the other
     * @param halfSeen whether a server may see any of their steps last before it sees them all
     */
    static boolean isFit(Model model, List<Operation> operations, boolean seen, boolean halfSeen) {
        Tree end = model.after(operations);
        Model whole = model.seeingAll(operations);
        return end.posts().size() >= MIN_POSTS
                && end.posts().size() <= MAX_POSTS
                && Claims.isClear(model.articles(), end)
                && areNewOnesApart(model, whole)
                && areDeclaredApart(end)
                && (!seen
                        || (isClearAfterEach(model, operations)
                                && whole.agreesWith(model.seeingEach(operations), model)))
                && (!halfSeen || whole.agreesWith(model.seeingEachStep(operations), model));
    }

    private static boolean isClearAfterEach(Model model, List<Operation> operations) {
        Model now = model;
        for (Operation operation : operations) {
            Tree next = now.tree().after(operation.steps());
            if (!Claims.isClear(now.articles(), next)) {
                return false;
            }
            now = now.seeing(next);
        }
        return true;
    }

    /** A reader cannot distinguish two new articles with the same text. */
    private static boolean areNewOnesApart(Model before, Model after) {
        Set<String> texts = new HashSet<>();
        return after.articles().stream()
                .filter(article -> article.number() > before.articles().size())
                .allMatch(article -> texts.add(Memory.key(article.post())));
    }

    private static boolean areDeclaredApart(Tree tree) {
        Set<String> declared = new HashSet<>();
        return tree.posts().values().stream()
                .allMatch(post ->
                        post.front().guid() == null || declared.add(post.front().guid()));
    }

    /** A time at which all that is due soon has come. */
    static Instant horizon() {
        return Instant.now().plusSeconds(4);
    }
}
