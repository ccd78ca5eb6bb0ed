package dev.feedmill.article;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A category that has another name than articles give it.
 *
 * @param from its names as articles have them, outermost first
 * @param to the same with the new name
 */
public record Renaming(List<String> from, List<String> to) {
    public Renaming {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    /** The names of a category that is this one or below it, as they are now; null for any other. */
    public @Nullable List<String> of(List<String> names) {
        if (names.size() < from.size() || !names.subList(0, from.size()).equals(from)) {
            return null;
        }
        List<String> renamed = new ArrayList<>(to);
        renamed.addAll(names.subList(from.size(), names.size()));
        return renamed;
    }
}
