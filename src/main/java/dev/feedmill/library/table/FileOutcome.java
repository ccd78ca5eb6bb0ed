package dev.feedmill.library.table;

/** The result of reading a file; stored by its name. */
public enum FileOutcome {
    SERVED,
    /** Held back, due later or expired: at least not in feeds. */
    HIDDEN,
    /** Refused: its problems give the reasons. */
    SKIPPED
}
