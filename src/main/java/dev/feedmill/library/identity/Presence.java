package dev.feedmill.library.identity;

/** What the folder holds now where a file was. */
public enum Presence {
    /** Surely nothing. */
    GONE,
    /** The same bytes, or something that cannot be looked into. */
    SAME,
    /** Other bytes. */
    CHANGED
}
