package dev.feedmill.selection;

/**
 * A term with the number of its articles.
 *
 * @param articles public articles, including those of its descendants; at least 1
 */
public record TermCount(Term term, long articles) {}
