package dev.feedmill.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What must be seen: the folder as it is, and whose article each file is.
 *
 * @param articles all that were ever there
 */
record Model(Tree tree, List<Tracked> articles) {
    static final Model EMPTY = new Model(Tree.EMPTY, List.of());

    Model {
        articles = List.copyOf(articles);
    }

    /** The model after a look at a folder with this content. */
    Model seeing(Tree now) {
        return new Model(now, Claims.judge(articles, now));
    }

    /** The model after a look after each operation. */
    Model seeingEach(List<Operation> operations) {
        Model model = this;
        for (Operation operation : operations) {
            model = model.seeing(model.tree.after(operation.steps()));
        }
        return model;
    }

    /** The model after a look after each step of each operation. */
    Model seeingEachStep(List<Operation> operations) {
        Model model = this;
        for (Operation operation : operations) {
            for (Step step : operation.steps()) {
                model = model.seeing(model.tree.after(step));
            }
        }
        return model;
    }

    /** The model after one look, after all operations. */
    Model seeingAll(List<Operation> operations) {
        return seeing(after(operations));
    }

    Tree after(List<Operation> operations) {
        Tree now = tree;
        for (Operation operation : operations) {
            now = now.after(operation.steps());
        }
        return now;
    }

    /**
     * Whether both say the same of every path, and of where each article was that is gone; those that are new since an
     * earlier state count as one.
     */
    boolean agreesWith(Model other, Model since) {
        int known = since.articles.size();
        return Claims.places(articles, known).equals(Claims.places(other.articles, known))
                && lastPaths(known).equals(other.lastPaths(known));
    }

    private Map<Integer, String> lastPaths(int known) {
        return gone().stream()
                .filter(article -> article.number() <= known)
                .collect(Collectors.toMap(Tracked::number, Tracked::last));
    }

    List<Tracked> shown(Instant now) {
        List<Tracked> shown = new ArrayList<>();
        for (Tracked article : articles) {
            if (article.isThere() && Tree.isPublic(article.last(), article.post(), now)) {
                shown.add(article);
            }
        }
        return shown;
    }

    /** Birds of which one article is shown, and its number. */
    Map<String, Integer> single(Instant now) {
        return shown(now).stream()
                .collect(Collectors.groupingBy(article -> article.post().words().bird(), Collectors.toList()))
                .entrySet()
                .stream()
                .filter(bird -> bird.getValue().size() == 1)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, bird -> bird.getValue().get(0).number()));
    }

    List<Tracked> gone() {
        return articles.stream().filter(article -> !article.isThere()).toList();
    }
}
