package dev.feedmill.article;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A new name for a category.
 *
 * @param from names as articles have them, outermost first
 * @param to names with the new one
 */
public record Renaming(List<String> from, List<String> to) {
    public Renaming {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    /** The new names of this category or one below it; null for any other. */
    public @Nullable List<String> of(List<String> names) {
        if (names.size() < from.size() || !names.subList(0, from.size()).equals(from)) {
            return null;
        }
        List<String> renamed = new ArrayList<>(to);
        renamed.addAll(names.subList(from.size(), names.size()));
        return renamed;
    }
}
