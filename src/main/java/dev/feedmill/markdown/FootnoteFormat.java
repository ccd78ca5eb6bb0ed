package dev.feedmill.markdown;

/** Format of footnotes. */
public enum FootnoteFormat {
    /** Ids from labels. */
    KRAMDOWN,
    /** Ids from numbers, with a line above. */
    GOLDMARK,
    /** Ids from labels, with a line above. */
    PYTHON
}
