package dev.feedmill.template.scan;

import dev.feedmill.template.TemplateCall;

/**
 * One piece of a text with template code.
 *
 * @param start offset of its first character
 * @param end behind its last one
 * @param inner what stands between the braces, or what is put in the place of the piece
 * @param bodyStart of what a {@link Kind#CODE} tag encloses
 * @param bodyEnd behind it
 */
public record Token(Kind kind, int start, int end, String inner, int bodyStart, int bodyEnd) {

    /** What is done with the piece. */
    public enum Kind {
        /** It is copied. */
        TEXT,
        /** It goes. */
        NOTHING,
        /** {@link Token#inner} takes its place. */
        INSTEAD,
        /** A tag or shortcode, whose meaning is looked up. */
        TAG,
        /** A value that is printed. */
        VALUE,
        /** A tag together with the code that it encloses and its end. */
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
