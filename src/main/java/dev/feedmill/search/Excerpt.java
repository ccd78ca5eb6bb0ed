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

    /** A text in which nothing was looked for. */
    public static Excerpt plain(String text) {
        return new Excerpt(List.of(new Piece(text, false)));
    }

    /** Whether there is nothing to show. */
    public boolean isEmpty() {
        return pieces.stream().allMatch(piece -> piece.text().isEmpty());
    }

    public Excerpt {
        pieces = List.copyOf(pieces);
    }
}
