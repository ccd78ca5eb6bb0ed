package dev.feedmill.selection;

/**
 * A term with what is listed under it now.
 *
 * @param articles how many are public, those under its descendants too; at least 1
 */
public record TermCount(Term term, long articles) {}
