package dev.feedmill.search;

import java.util.List;

/**
 * A part of a text with its matches.
 *
 * @param pieces in order
 */
public record Excerpt(List<Piece> pieces) {
    /** A piece of text, matched or not. */
    public record Piece(String text, boolean found) {}

    /** Returns a text without matches. */
    public static Excerpt plain(String text) {
        return new Excerpt(List.of(new Piece(text, false)));
    }

    /** Returns whether it has no text. */
    public boolean isEmpty() {
        return pieces.stream().allMatch(piece -> piece.text().isEmpty());
    }

    public Excerpt {
        pieces = List.copyOf(pieces);
    }
}
