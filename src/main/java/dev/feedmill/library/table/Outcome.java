package dev.feedmill.library.table;

/** What became of a file; stored by its name. */
public enum Outcome {
    SERVED,
    /** Held back, due later or over: not in feeds at least. */
    HIDDEN,
    /** Refused: its problems say why. */
    SKIPPED
}
