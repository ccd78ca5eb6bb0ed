package dev.feedmill.library.identity;

/** What is now at the path of a known file. */
public enum FileState {
    /** Certainly nothing. */
    GONE,
    /** The same bytes, or something that cannot be read. */
    SAME,
    /** Other bytes. */
    CHANGED
}
