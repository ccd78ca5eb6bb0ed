package dev.feedmill.markdown;

import org.jspecify.annotations.Nullable;

/** Resolver of pages by name, as in {@code [[Page]]}. */
@FunctionalInterface
public interface WikiLinkResolver {
    /** Resolves no page. */
    WikiLinkResolver NONE = (target, line) -> null;

    /**
     * Returns the address of a page or file.
     *
     * @param target the text before the {@code |}, with any {@code #Part}
     * @param line of the text, counted from 1
     * @return null if there is no such page
     */
    @Nullable
    String addressOf(String target, int line);
}
