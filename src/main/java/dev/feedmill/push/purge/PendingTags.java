package dev.feedmill.push.purge;

import dev.feedmill.library.change.Change;
import dev.feedmill.selection.CacheTags;
import dev.feedmill.selection.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The tags that are still to be purged, each once whatever the number of changes. Not thread-safe. */
final class PendingTags {
    private final int max;
    private final Set<String> tags = new TreeSet<>();

    /** @param max number of tags above which the tag of all responses takes their place */
    PendingTags(int max) {
        this.max = max;
    }

    /**
     * Adds what a change makes stale. Articles are not named: the page of an article is stale with every change of
     * everything, whose tag it has. That tag is named even if only a category changed, since responses of many terms
     * have it in place of theirs.
     */
    void add(Change change) {
        if (change.unknown()) {
            addAll();
        } else {
            change.terms().forEach(term -> add(CacheTags.ofTerm(term)));
            add(CacheTags.ofTerm(Term.EVERYTHING.number()));
        }
    }

    void add(Collection<String> others) {
        others.forEach(this::add);
    }

    /** Adds the tag of all responses. */
    void addAll() {
        tags.clear();
        tags.add(CacheTags.ALL);
    }

    private void add(String tag) {
        if (tag.equals(CacheTags.ALL) || (!tags.contains(tag) && tags.size() == max)) {
            addAll();
        } else if (!tags.contains(CacheTags.ALL)) {
            tags.add(tag);
        }
    }

    boolean isEmpty() {
        return tags.isEmpty();
    }

    void clear() {
        tags.clear();
    }

    List<String> list() {
        return List.copyOf(tags);
    }

    /** The tags, at most this many at once. */
    List<List<String>> parts(int size) {
        List<String> all = list();
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            parts.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return parts;
    }
}
