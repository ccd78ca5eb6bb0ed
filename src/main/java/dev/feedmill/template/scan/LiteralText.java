package dev.feedmill.template.scan;

import dev.feedmill.html.markup.ForwardFinder;
import dev.feedmill.template.TemplateRules;
import dev.feedmill.template.TemplateRules.Syntax;
import dev.feedmill.template.scan.EndTags.End;
import dev.feedmill.template.scan.Token.Kind;

/**
 * Verbatim text, without markers that are not part of the output: {@code raw} tags, braces in quotes within braces, and
 * escaped shortcodes.
 */
public final class LiteralText {
    private static final int MAX_LITERAL_LENGTH = 200;

    private final String text;
    private final TemplateRules rules;
    private final Tokens tokens;
    private final ForwardFinder finder;

    /** Offset before which no {@code raw} tag has an end. */
    private int withoutEnd = -1;

    public LiteralText(String text, TemplateRules rules, Tokens tokens) {
        this.text = text;
        this.rules = rules;
        this.tokens = tokens;
        this.finder = new ForwardFinder(text);
    }

    /** Keeps the text between two offsets. */
    public void keep(int start, int end) {
        int at = start;
        while (at < end) {
            int brace = text.indexOf('{', at);
            if (brace < 0 || brace + 3 >= end) {
                return;
            }
            int behind = unescaped(brace, end);
            at = behind < 0 ? brace + 1 : behind;
        }
    }

    /** Returns code from another file as verbatim text. */
    public static String of(String code, TemplateRules rules) {
        Tokens pieces = new Tokens(code, new TemplateNotes(code));
        new LiteralText(code, rules, pieces).keep(0, code.length());
        StringBuilder out = new StringBuilder(code.length());
        for (Token piece : pieces.finish()) {
            switch (piece.kind()) {
                case TEXT -> out.append(code, piece.start(), piece.end());
                case INSTEAD -> out.append(piece.inner());
                default -> {}
            }
        }
        return out.toString();
    }

    private int unescaped(int brace, int limit) {
        char second = text.charAt(brace + 1);
        if (second == '{' && rules.has(Syntax.SHORTCODES) && text.startsWith("/*", brace + 3)) {
            return escape(
                    brace, text.substring(brace, brace + 5), text.charAt(brace + 2) == '<' ? "*/>}}" : "*/%}}", limit);
        }
        if (rules.has(Syntax.CALLS)) {
            return text.startsWith("{{/*", brace)
                    ? escape(brace, "{{/*", "*/}}", limit)
                    : text.startsWith("{%/*", brace) ? escape(brace, "{%/*", "*/%}", limit) : -1;
        }
        if (!rules.hasRaw()) {
            return -1;
        }
        return second == '%' ? rawInside(brace, limit) : second == '{' ? literal(brace, limit) : -1;
    }

    /** Removes the asterisks of an escaped shortcode. */
    public int escape(int start, String open, String close, int limit) {
        int inside = start + open.length();
        int end = finder.find(close, inside);
        if (!text.startsWith(open, start) || end < 0 || end + close.length() > limit) {
            return -1;
        }
        int behind = end + close.length();
        tokens.instead(
                start, behind, open.substring(0, open.length() - 2) + text.substring(inside, end) + close.substring(2));
        return behind;
    }

    /** Writes an escaped shortcode among words, where an angle bracket could begin an element. */
    public int shortcode(int start, int limit) {
        boolean angle = text.charAt(start + 2) == '<';
        String close = angle ? "*/>}}" : "*/%}}";
        int end = finder.find(close, start + 5);
        if (end < 0 || end >= limit) {
            return -1;
        }
        String inner = text.substring(start + 5, end);
        tokens.instead(start, end + 5, angle ? "{{&lt;" + inner + ">}}" : "{{%" + inner + "%}}");
        return end + 5;
    }

    /** Keeps the text between the two {@code raw} tags, and removes the tags. */
    public int raw(int start, int inside, End close, boolean html) {
        String body = text.substring(inside, close.start());
        if (html && body.stripLeading().startsWith("<") && body.indexOf('\n') >= 0 && !body.contains("<pre")) {
            tokens.add(new Token(Kind.RAW_HTML, start, close.end(), "", inside, close.start()));
            return close.end();
        }
        tokens.skip(start, inside);
        tokens.skip(close.start(), close.end());
        return close.end();
    }

    /** Handles a {@code raw} pair within code; a tag on its own line is removed with its line. */
    private int rawInside(int start, int limit) {
        int inside = tagEnd(start, "raw", "verbatim", limit);
        int close = inside < 0 ? -1 : endTag(inside, limit);
        if (close < 0) {
            return -1;
        }
        int behind = text.indexOf("%}", close) + 2;
        skipTag(start, inside, limit);
        skipTag(close, behind, limit);
        return Math.max(behind, tokens.coveredTo());
    }

    private void skipTag(int start, int end, int limit) {
        int line = start;
        while (line > 0 && (text.charAt(line - 1) == ' ' || text.charAt(line - 1) == '\t')) {
            line--;
        }
        boolean alone = (line == 0 || text.charAt(line - 1) == '\n') && end < limit && text.charAt(end) == '\n';
        tokens.skip(alone ? Math.max(line, tokens.coveredTo()) : start, alone ? end + 1 : end);
    }

    /** Returns the offset of {@code {% endraw %}}, or -1. */
    private int endTag(int from, int limit) {
        if (limit == withoutEnd) {
            return -1;
        }
        for (int at = text.indexOf("{%", from); at >= 0 && at < limit; at = text.indexOf("{%", at + 2)) {
            if (tagEnd(at, "endraw", "endverbatim", limit) > 0) {
                return at;
            }
        }
        withoutEnd = limit;
        return -1;
    }

    /** Returns the offset after a tag of one of two names, or -1. */
    private int tagEnd(int start, String name, String other, int limit) {
        int at = start + 2;
        while (at < limit && (text.charAt(at) == ' ' || text.charAt(at) == '-')) {
            at++;
        }
        at += text.startsWith(name, at) ? name.length() : text.startsWith(other, at) ? other.length() : limit;
        while (at < limit && (text.charAt(at) == ' ' || text.charAt(at) == '-')) {
            at++;
        }
        return at + 2 <= limit && text.startsWith("%}", at) ? at + 2 : -1;
    }

    /** Replaces braces in quotes within braces; any other value is part of the code. */
    private int literal(int start, int limit) {
        int quote = start + 2;
        while (quote < limit && (text.charAt(quote) == ' ' || text.charAt(quote) == '-')) {
            quote++;
        }
        char mark = quote < limit ? text.charAt(quote) : ' ';
        int end = mark == '"' || mark == '\'' ? finder.find(String.valueOf(mark), quote + 1) : -1;
        int close = end < 0 ? -1 : closing(end + 1, limit);
        if (close < 0 || end - quote > MAX_LITERAL_LENGTH) {
            return -1;
        }
        String inner = text.substring(quote + 1, end);
        if (!isTemplate(inner)) {
            return -1;
        }
        tokens.instead(start, close, inner);
        return close;
    }

    private int closing(int from, int limit) {
        int at = from;
        while (at < limit && (text.charAt(at) == ' ' || text.charAt(at) == '-')) {
            at++;
        }
        return at + 2 <= limit && text.startsWith("}}", at) ? at + 2 : -1;
    }

    private static boolean isTemplate(String inner) {
        return inner.contains("{{") || inner.contains("}}") || inner.contains("{%") || inner.contains("%}");
    }
}
