package dev.feedmill.pages;

/**
 * An article beside another.
 *
 * @param relation as in the {@code rel} of a link
 * @param label which side it is, in words
 */
public record AdjacentLink(String relation, String label, Item item) {}
