package dev.feedmill.library;

/** What became of a file; stored by its name. */
enum Outcome {
    SERVED,
    /** A draft, unpublished or due later. */
    HIDDEN,
    /** Refused: its problems say why. */
    SKIPPED
}
