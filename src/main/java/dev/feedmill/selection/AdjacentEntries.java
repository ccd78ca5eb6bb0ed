package dev.feedmill.selection;

import org.jspecify.annotations.Nullable;

/** What stands right before and right behind an article in a list of a term, without bodies; null at either end. */
public record AdjacentEntries(
        @Nullable Entry newer, @Nullable Entry older) {}
