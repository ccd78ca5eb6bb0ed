package dev.feedmill.template.scan;

import dev.feedmill.html.markup.ForwardFinder;
import dev.feedmill.template.TemplateRules;
import dev.feedmill.template.TemplateRules.Syntax;

/** Finds comments, and attribute lists, which only affect style. */
public final class CommentFinder {
    private static final int MAX_LIST_LENGTH = 500;

    private final String text;
    private final TemplateRules rules;
    private final Tokens tokens;
    private final ForwardFinder finder;

    public CommentFinder(String text, TemplateRules rules, Tokens tokens, ForwardFinder finder) {
        this.text = text;
        this.rules = rules;
        this.tokens = tokens;
        this.finder = finder;
    }

    /** Returns the offset after the syntax that a brace before one of {@code # / :} begins, or -1. */
    public int brace(int at, int limit) {
        switch (text.charAt(at + 1)) {
            case '#' -> {
                return rules.has(Syntax.HASH_COMMENTS) ? hash(at) : -1;
            }
            case '/' -> {
                boolean comment = rules.has(Syntax.JSX) && text.startsWith("*", at + 2) && !isMore(at + 3);
                return comment ? skip(at, "*/}", at + 3) : -1;
            }
            default -> {
                return kramdown(at, limit);
            }
        }
    }

    /** Returns whether {@code {/* truncate }} ends the summary here. */
    private boolean isMore(int at) {
        int word = at;
        while (word < text.length() && Character.isWhitespace(text.charAt(word))) {
            word++;
        }
        return text.startsWith("truncate", word);
    }

    /** Finds a comment; a heading's own id, as in {@code {#here}}, is none. */
    private int hash(int at) {
        char next = at + 2 < text.length() ? text.charAt(at + 2) : 'x';
        int line = finder.find("\n", at);
        int end = finder.find("#}", at + 2);
        boolean spaced = Character.isWhitespace(next) || next == '-';
        return end >= 0 && (spaced || line < 0 || end < line) ? skip(at, "#}", at + 2) : -1;
    }

    /** Finds a comment of Hugo. */
    public int shortcode(int at) {
        return skip(at, "*/}}", at + 4);
    }

    /** Returns the offset after a comment between percent signs, or -1. */
    public int percent(int at) {
        if (!text.startsWith("%", at + 1)) {
            return -1;
        }
        if (rules.has(Syntax.PERCENT_COMMENTS)) {
            return skip(at, "%%", at + 2);
        }
        if (!rules.has(Syntax.SPACED_PERCENT_COMMENTS) || !isBlank(at - 1) || !isBlank(at + 2)) {
            return -1;
        }
        int end = finder.find("%%", at + 2);
        return end >= 0 && isBlank(end - 1) && isBlank(end + 2) ? skip(at, "%%", at + 2) : -1;
    }

    private boolean isBlank(int at) {
        return at < 0 || at >= text.length() || Character.isWhitespace(text.charAt(at));
    }

    private int skip(int start, String close, int from) {
        int end = finder.find(close, from);
        if (end < 0) {
            return -1;
        }
        tokens.skip(start, end + close.length());
        return end + close.length();
    }

    private int kramdown(int at, int limit) {
        int end = finder.find("}", at + 2);
        if (end < 0 || end >= limit || end - at > MAX_LIST_LENGTH) {
            return -1;
        }
        if (text.startsWith(":", at + 2)) {
            return extension(at, end);
        }
        if (!rules.has(Syntax.ATTRIBUTE_LISTS)) {
            return -1;
        }
        if (text.startsWith("/", at + 2)) {
            tokens.skip(at, end + 1);
            return end + 1;
        }
        String list = text.substring(at + 2, end).strip();
        int start = lineStart(at);
        boolean first = start >= 0;
        boolean word = at > 0 && " )*_`>\"'".indexOf(text.charAt(at - 1)) < 1;
        if (!isAttributeList(list) || (!first && word && !hasMark(list))) {
            return -1;
        }
        if (first && (list.equals("toc") || list.startsWith("toc "))) {
            return contents(start, end + 1);
        }
        int behind = end + 1;
        if (first
                && behind < text.length()
                && text.charAt(behind) == '\n'
                && start >= tokens.coveredTo()
                && !isWordsNext(behind + 1)) {
            tokens.skip(start, behind + 1);
            return behind + 1;
        }
        tokens.skip(at, behind);
        return behind;
    }

    /** Returns whether a list has a class, an id or a pair; names alone, after words, are text. */
    private static boolean hasMark(String list) {
        return list.indexOf('.') >= 0 || list.indexOf('#') >= 0 || list.indexOf('=') >= 0;
    }

    /** Returns whether text other than a list item follows; before a list item, an empty line would split the list. */
    private boolean isWordsNext(int line) {
        int at = line;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        char c = at < text.length() ? text.charAt(at) : '\n';
        return !(c == '\n' || c == '*' || c == '-' || c == '+' || Character.isDigit(c));
    }

    /** Removes the list item before {@code {:toc}}, which is the placeholder of the table of contents. */
    private int contents(int start, int behind) {
        int item = start == 0 ? 0 : text.lastIndexOf('\n', start - 2) + 1;
        char mark = text.charAt(item);
        boolean list = start > 0 && (mark == '*' || mark == '-' || mark == '+' || Character.isDigit(mark));
        tokens.skip(list && item >= tokens.coveredTo() ? item : Math.max(start, tokens.coveredTo()), behind);
        return behind;
    }

    /** Removes {@code {::comment}} with its content; of all other extensions, only the marks. */
    private int extension(int at, int end) {
        String inner = text.substring(at + 3, end).strip();
        boolean comment = inner.equals("comment");
        int close = comment ? finder.find("{:/", end) : -1;
        int behind = close < 0 ? end + 1 : finder.find("}", close) + 1;
        boolean kept = comment ? !rules.has(Syntax.KRAMDOWN_COMMENTS) : !rules.has(Syntax.ATTRIBUTE_LISTS);
        boolean letters = !inner.isEmpty() && (Character.isLetter(inner.charAt(0)) || inner.charAt(0) == '/');
        if (kept || !letters || behind == 0) {
            return -1;
        }
        tokens.skip(at, behind);
        return behind;
    }

    /** Returns the start of a line that has only spaces before an offset; -1 if it has text. */
    private int lineStart(int offset) {
        int at = offset;
        while (at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t')) {
            at--;
        }
        return at == 0 || text.charAt(at - 1) == '\n' ? at : -1;
    }

    /**
     * Returns whether a text is a list of classes, ids, names and pairs separated by spaces, or the definition of such
     * a list.
     */
    public static boolean isAttributeList(String list) {
        int at = 0;
        int count = 0;
        while (at < list.length()) {
            char c = list.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
                continue;
            }
            boolean marked = c == '.' || c == '#' || c == '/';
            int name = marked ? at + 1 : at;
            int end = name;
            while (end < list.length() && isNameChar(list.charAt(end))) {
                end++;
            }
            if (end == name) {
                return false;
            }
            if (!marked && end + 1 < list.length() && list.charAt(end) == '=') {
                end = value(list, end + 1);
            } else if (!marked && end + 1 < list.length() && list.charAt(end) == ':' && count == 0) {
                end++;
            }
            if (end < list.length()
                    && !Character.isWhitespace(list.charAt(end))
                    && ".#".indexOf(list.charAt(end)) < 0) {
                return false;
            }
            at = end;
            count++;
        }
        return count > 0;
    }

    private static int value(String list, int start) {
        char quote = list.charAt(start);
        if (quote == '"' || quote == '\'') {
            int end = list.indexOf(quote, start + 1);
            return end < 0 ? list.length() : end + 1;
        }
        int end = start;
        while (end < list.length() && !Character.isWhitespace(list.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isNameChar(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_';
    }
}
