package dev.feedmill.html.markup;

import dev.feedmill.html.text.PlainText;

/**
 * A tag as an author wrote it.
 *
 * @param start offset of its {@code <}
 * @param end offset after its {@code >}
 * @param name in lower case
 * @param closing whether it is an end tag
 * @param selfClosing whether it ends with {@code />}, which has a meaning only in SVG and MathML
 * @param bare whether it has no attributes
 * @param part that contains it
 */
record Tag(int start, int end, String name, boolean closing, boolean selfClosing, boolean bare, Markup.Part part) {
    boolean isAmongWords() {
        return part.isAmongWords();
    }

    String shown() {
        return (closing ? "'</" : "'<") + PlainText.cut(name, 30) + ">'";
    }
}
