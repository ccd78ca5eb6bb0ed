package dev.feedmill.search;

import java.util.List;

/**
 * A part of a text that shows what was found in it.
 *
 * @param pieces one behind the other
 */
public record Excerpt(List<Piece> pieces) {
    /** Some characters, found or not. */
    public record Piece(String text, boolean found) {}

    public Excerpt {
        pieces = List.copyOf(pieces);
    }
}
