package dev.feedmill.html.markup;

import dev.feedmill.html.text.PlainText;

/**
 * A tag as an author wrote it.
 *
 * @param start offset of its {@code <}
 * @param end offset behind its {@code >}
 * @param name in lower case
 * @param closing whether it is an end tag
 * @param selfClosing whether it ends with {@code />}, which means something in SVG and MathML only
 * @param bare whether it has no attributes
 * @param part where it stands
 */
record Tag(int start, int end, String name, boolean closing, boolean selfClosing, boolean bare, Markup.Part part) {
    boolean isAmongWords() {
        return part.isAmongWords();
    }

    String shown() {
        return (closing ? "'</" : "'<") + PlainText.cut(name, 30) + ">'";
    }
}
