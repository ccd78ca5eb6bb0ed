package dev.feedmill.selection;

import org.jspecify.annotations.Nullable;

/**
 * A term with its counts, for lists of terms.
 *
 * @param articles public articles, including those of its descendants; at least 1
 * @param branches terms right below it that have public articles
 * @param newest its newest article, without a body; null if it was not requested
 */
public record TermSummary(
        Term term, long articles, long branches, @Nullable Entry newest) {}
