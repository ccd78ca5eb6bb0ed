package dev.feedmill.markdown.typography;

/** The typography of one generator, for the text of one block. */
interface Typographer {
    /** Adds the changes to the text. */
    void set(InlineText text);
}
