package dev.feedmill.template.scan;

import dev.feedmill.template.TemplateCall;

/**
 * One token of a text with template code.
 *
 * @param start offset of its first character
 * @param end offset after its last one
 * @param inner text between the braces, or the replacement of the token
 * @param bodyStart start of a {@link Kind#CODE} tag's content
 * @param bodyEnd offset after that content
 */
public record Token(Kind kind, int start, int end, String inner, int bodyStart, int bodyEnd) {

    /** What to do with a token. */
    public enum Kind {
        /** Copy it. */
        TEXT,
        /** Remove it. */
        NOTHING,
        /** Replace it with {@link Token#inner}. */
        INSTEAD,
        /** A tag or shortcode, whose meaning is looked up. */
        TAG,
        /** A value that is printed. */
        VALUE,
        /** A tag with its code content and its end tag. */
        CODE,
        /** HTML that is not Markdown. */
        RAW_HTML
    }

    public static Token of(Kind kind, int start, int end, String inner) {
        return new Token(kind, start, end, inner, end, end);
    }

    public TemplateCall call() {
        return TemplateCall.of(inner);
    }
}
