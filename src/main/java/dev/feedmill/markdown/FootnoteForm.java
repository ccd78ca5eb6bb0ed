package dev.feedmill.markdown;

/** How a generator prints footnotes. */
public enum FootnoteForm {
    /** With ids by their labels. */
    KRAMDOWN,
    /** With ids by their numbers and a line above. */
    GOLDMARK,
    /** With ids by their labels and a line above. */
    PYTHON
}
