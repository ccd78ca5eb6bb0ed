package dev.feedmill.markdown;

import java.util.HashSet;
import java.util.Set;

/** The lines and tags of HTML generated from template code, indexed for fast lookup. */
final class GeneratedHtml {
    private final Set<String> pieces = new HashSet<>();

    GeneratedHtml(String made) {
        made.lines().map(String::strip).forEach(pieces::add);
        // An unclosed mark is searched for only once.
        int single = 0;
        int twofold = 0;
        for (int at = made.indexOf('<'); at >= 0; at = made.indexOf('<', at)) {
            int end = at + 1;
            while (end < made.length() && made.charAt(end) != '>') {
                char c = made.charAt(end);
                int close = -1;
                if (c == '"' && twofold >= 0) {
                    close = made.indexOf('"', end + 1);
                    twofold = close;
                } else if (c == '\'' && single >= 0) {
                    close = made.indexOf('\'', end + 1);
                    single = close;
                }
                end = Math.max(end, close) + 1;
            }
            end = Math.min(end + 1, made.length());
            pieces.add(made.substring(at, end));
            at = end;
        }
    }

    /** Returns whether a line or a tag is one of these. */
    boolean has(String literal) {
        return pieces.contains(literal);
    }
}
