package dev.feedmill.markdown.typography;

/** Sets the words of one block as one generator does. */
interface Typographer {
    /** Notes the changes in the text. */
    void set(InlineText text);
}
