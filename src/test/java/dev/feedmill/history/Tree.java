package dev.feedmill.history;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The articles folder at one moment: which post is at which path. */
record Tree(SortedMap<String, Post> posts) {
    static final Tree EMPTY = new Tree(new TreeMap<>());

    Tree {
        posts = Collections.unmodifiableSortedMap(new TreeMap<>(posts));
    }

    Tree after(Step step) {
        SortedMap<String, Post> changed = new TreeMap<>(posts);
        if (step instanceof Step.Write write) {
            changed.put(write.path(), write.post());
        } else if (step instanceof Step.Move move) {
            changed.put(move.to(), at(move.from()));
            changed.remove(move.from());
        } else if (step instanceof Step.Delete delete) {
            changed.remove(delete.path());
        }
        return new Tree(changed);
    }

    Tree after(List<Step> steps) {
        Tree tree = this;
        for (Step step : steps) {
            tree = tree.after(step);
        }
        return tree;
    }

    boolean has(String path) {
        return posts.containsKey(path);
    }

    Post at(String path) {
        Post post = posts.get(path);
        if (post == null) {
            throw new IllegalArgumentException("nothing is at " + path);
        }
        return post;
    }

    /** Whether what is at a path may be shown at this time. */
    static boolean isPublic(String path, Post post, Instant now) {
        return !post.look().open()
                && !post.front().draft()
                && !path.contains("_drafts/")
                && (post.front().date() == null || !post.front().date().isAfter(now));
    }
}
