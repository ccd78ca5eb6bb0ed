package dev.feedmill.dialect.config;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reader of literals in a configuration program (JavaScript, TypeScript or Python): texts, numbers and booleans that
 * are assigned to a name, or appear under an object key or in a configuring call. Runs no code.
 */
public final class Literals {
    /** Depth limit; deeper values are never needed. */
    private static final int MAX_DEPTH = 12;

    /** Calls that configure; their arguments are lists under the names of the calls. */
    private static final Pattern CALL =
            Pattern.compile("(?:[\\w.]+\\.)?(ignores\\.add|set\\w+Directory|setUseGitIgnore)");

    private final String text;
    private final boolean python;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, List<String>> lists = new LinkedHashMap<>();
    private final Deque<String> path = new ArrayDeque<>();

    /** Open brackets, each with the list that it is in. */
    private final Deque<String> around = new ArrayDeque<>();

    private @Nullable String key;
    private @Nullable String list;
    private int at;

    private Literals(String text, boolean python) {
        this.text = text;
        this.python = python;
    }

    public static Config read(String source, String text) {
        Literals literals = new Literals(text, source.endsWith(".py"));
        literals.run();
        return new Config(source, literals.values, literals.lists);
    }

    private void run() {
        String word = "";
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isComment(c)) {
                skipComment(c);
            } else if (c == '"' || c == '\'' || c == '`') {
                word = string(c);
                put(word);
            } else if (Character.isJavaIdentifierStart(c)) {
                word = name();
                if (isValue(word)) {
                    put(word.toLowerCase(Locale.ROOT));
                }
            } else if (Character.isDigit(c)) {
                put(name());
            } else {
                mark(c, word);
                at++;
            }
        }
    }

    private void mark(char c, String word) {
        switch (c) {
            case ':' -> key = word;
            case '=' -> key = isComparison() ? null : word;
            case '[', '(' -> {
                around.push(c + (list == null ? "" : list));
                Matcher call = CALL.matcher(c == '(' ? word : "");
                list = call.matches() ? call.group(1) : key == null ? list : name(key);
                key = null;
            }
            case '{' -> open();
            case '}' -> {
                path.pollLast();
                close('{');
            }
            case ']' -> close('[');
            case ')' -> close('(');
            case ',', ';' -> key = null;
            case '\n' -> key = python && list == null && path.isEmpty() ? null : key;
            default -> {}
        }
    }

    private boolean isComparison() {
        return at + 1 < text.length() && "=>".indexOf(text.charAt(at + 1)) >= 0;
    }

    /** After a closing bracket, values belong to the enclosing list again. */
    private void close(char opening) {
        key = null;
        list = null;
        while (!around.isEmpty()) {
            String outer = around.pop();
            if (outer.charAt(0) == opening) {
                list = outer.length() > 1 ? outer.substring(1) : null;
                return;
            }
        }
    }

    /** An object that is the whole configuration has no name, as after {@code const config =}. */
    private void open() {
        boolean top = path.isEmpty() && !python;
        around.push("{" + (list == null ? "" : list));
        path.addLast(key == null || top || path.size() > MAX_DEPTH ? "" : key);
        key = null;
        list = null;
    }

    private void put(String value) {
        if (list != null) {
            lists.computeIfAbsent(list, name -> new ArrayList<>()).add(value);
        } else if (key != null) {
            values.putIfAbsent(name(key), value);
            key = null;
        }
    }

    private String name(String last) {
        StringBuilder name = new StringBuilder();
        for (String part : path) {
            if (!part.isEmpty()) {
                name.append(part).append('.');
            }
        }
        return name.append(last).toString();
    }

    private static boolean isValue(String word) {
        return word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false");
    }

    private String name() {
        int start = at;
        while (at < text.length() && (Character.isJavaIdentifierPart(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        return text.substring(start, at);
    }

    private String string(char quote) {
        StringBuilder literal = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            literal.append(text.charAt(at++));
        }
        at++;
        return literal.toString();
    }

    private boolean isComment(char c) {
        return python ? c == '#' : c == '/' && (text.startsWith("//", at) || text.startsWith("/*", at));
    }

    private void skipComment(char c) {
        boolean block = c == '/' && text.charAt(at + 1) == '*';
        int end = text.indexOf(block ? "*/" : "\n", at + 1);
        at = end < 0 ? text.length() : end + (block ? 2 : 0);
    }
}
