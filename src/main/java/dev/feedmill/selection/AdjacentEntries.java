package dev.feedmill.selection;

import org.jspecify.annotations.Nullable;

/** The entries right before and right after an entry in the list of a term, without bodies; null at either end. */
public record AdjacentEntries(
        @Nullable Entry newer, @Nullable Entry older) {}
