package dev.feedmill.filter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * Translates a glob to a regular expression. A part that has no such translation, as {@code !(a|b)}, matches any
 * characters of a name, so that more is excluded than the glob says.
 */
final class GlobText {
    /** Prefixes of a group of alternatives, with the quantifier that replaces them. */
    private static final Map<Character, String> REPEATS = Map.of('@', "", '+', "+", '*', "*", '?', "?");

    private static final String META = "\\^$.|?*+()[]{}";

    private final String glob;
    private final GlobSyntax form;
    private final String name;
    private final StringBuilder regex = new StringBuilder();
    private final StringBuilder piece = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private String longest = "";

    GlobText(String glob, GlobSyntax form) {
        this.glob = glob;
        this.form = form;
        this.name = form.crosses() ? "." : "[^/]";
        for (int at = 0; at < glob.length(); ) {
            at = next(at);
        }
        cut();
    }

    /** Returns the expression for the whole of a path. */
    String regex() {
        return "(?s)^(?:" + regex + ")$";
    }

    /** Returns a literal text that every matching path contains. */
    String literal() {
        return longest;
    }

    private int next(int at) {
        char c = glob.charAt(at);
        boolean groups = form.hasParentheses();
        if ((groups || !form.hasBraces()) && glob.startsWith("${", at) && closing(at + 1) > 0) {
            return add(".*", closing(at + 1) + 1);
        }
        if (groups && c == '!' && glob.startsWith("(", at + 1) && closing(at + 1) > 0) {
            return add(name + "*", closing(at + 1) + 1);
        }
        String behind = REPEATS.get(c);
        if (groups && behind != null && glob.startsWith("(", at + 1) && closing(at + 1) > 0) {
            return begin(behind, at + 2);
        }
        if (c == '*') {
            return stars(at);
        }
        if (c == '?') {
            return add(name, at + 1);
        }
        if (form.hasSets() && c == '\\' && at + 1 < glob.length()) {
            return literal(glob.charAt(at + 1), at + 2);
        }
        if (form.hasSets() && c == '[') {
            return characters(at);
        }
        return group(c, at);
    }

    private int group(char c, int at) {
        boolean opens = (form.hasBraces() && c == '{') || (form.hasParentheses() && c == '(');
        if (opens && closing(at) > 0) {
            int end = closing(at);
            boolean range =
                    form.hasParentheses() && c == '{' && glob.substring(at, end).matches("\\{[^,{}]*\\.\\.[^,{}]*");
            return range ? add(name + "+", end + 1) : begin("", at + 1);
        }
        if (!open.isEmpty() && (c == ',' || (form.hasParentheses() && c == '|'))) {
            return add("|", at + 1);
        }
        if (!open.isEmpty() && (c == '}' || (form.hasParentheses() && c == ')'))) {
            return add(")" + open.pop(), at + 1);
        }
        return literal(c, at + 1);
    }

    private int begin(String behind, int next) {
        add("(?:", next);
        open.push(behind);
        return next;
    }

    private int stars(int at) {
        if (glob.startsWith("**/", at)) {
            return add("(?:.*/)?", at + 3);
        }
        return glob.startsWith("**", at) ? add(".*", at + 2) : add(name + "*", at + 1);
    }

    /** Translates a character set; an unclosed bracket is literal. */
    private int characters(int at) {
        boolean not = glob.startsWith("!", at + 1) || glob.startsWith("^", at + 1);
        int begin = at + (not ? 2 : 1);
        // A closing bracket is literal if it is the first character.
        int end = glob.indexOf(']', begin + 1);
        if (end < 0) {
            return literal('[', at + 1);
        }
        String inside = glob.substring(begin, end)
                .replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("]", "\\]");
        return add("[" + (not ? "^" + (form.crosses() ? "" : "/") : "") + inside.replace("^", "\\^") + "]", end + 1);
    }

    /** Returns the offset of the closing bracket; -1 for none. */
    private int closing(int at) {
        char opens = glob.charAt(at);
        char closes = opens == '{' ? '}' : ')';
        int depth = 0;
        for (int i = at; i < glob.length(); i++) {
            depth += glob.charAt(i) == opens ? 1 : glob.charAt(i) == closes ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private int literal(char c, int next) {
        if (META.indexOf(c) >= 0) {
            regex.append('\\');
        }
        regex.append(c);
        if (open.isEmpty()) {
            piece.append(c);
        }
        return next;
    }

    private int add(String part, int next) {
        cut();
        regex.append(part);
        return next;
    }

    private void cut() {
        longest = piece.length() > longest.length() ? piece.toString() : longest;
        piece.setLength(0);
    }
}
