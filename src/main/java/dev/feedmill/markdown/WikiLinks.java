package dev.feedmill.markdown;

import org.jspecify.annotations.Nullable;

/** Where the pages are that a text names by their names, as {@code [[Page]]}. */
@FunctionalInterface
public interface WikiLinks {
    /** Knows no page. */
    WikiLinks NONE = (target, line) -> null;

    /**
     * The address of a page or file.
     *
     * @param target what stands before the {@code |}, with the {@code #Part} if there is one
     * @param line of the text, counted from 1
     * @return null where there is no such page
     */
    @Nullable
    String addressOf(String target, int line);
}
