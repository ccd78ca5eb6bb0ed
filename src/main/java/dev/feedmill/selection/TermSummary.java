package dev.feedmill.selection;

import org.jspecify.annotations.Nullable;

/**
 * A term as a list of terms shows it.
 *
 * @param articles how many are public, those under its descendants too; at least 1
 * @param branches how many terms right below it have public articles
 * @param newest of its articles, without a body; null where it was not asked for
 */
public record TermSummary(
        Term term, long articles, long branches, @Nullable Entry newest) {}
