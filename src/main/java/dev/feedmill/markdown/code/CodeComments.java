package dev.feedmill.markdown.code;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Removes comments that mark lines of code. */
public enum CodeComments {
    /** The code stays as it is. */
    NONE {
        @Override
        String without(String line) {
            return line;
        }
    },
    /** {@code // [!code ++]} at the end of a line, as in Shiki (shiki.style/packages/transformers). */
    SHIKI {
        @Override
        String without(String line) {
            Matcher comment = line.contains("[!code") ? MARK.matcher(line) : null;
            return comment != null && comment.find() ? line.substring(0, comment.start()) : line;
        }
    },
    /** {@code // highlight-next-line} and similar, as in Docusaurus and gatsby-remark-prismjs. */
    HIGHLIGHT {
        @Override
        String without(String line) {
            Matcher comment = line.contains("highlight-") ? HIGHLIGHTED.matcher(line) : null;
            return comment != null && comment.find() ? line.substring(0, comment.start()) : line;
        }
    };

    private static final String OPEN = "\\s*+(?://|/\\*|\\{\\s?/\\*|<!--|#|--|%{1,2}|;{1,2}|\"{1,2})\\s*+";
    private static final String CLOSE = "\\s*+(?:\\*/\\s?\\}?|-->)?\\s*+$";

    private static final Pattern MARK = Pattern.compile(OPEN
            + "(?:\\[!code\\s(?:\\+\\+|--|hl|highlight|focus|error|warning|info|word(?::[^\\]]{1,99})?)(?::\\d{1,5})?\\]\\s{0,9}+)++"
            + CLOSE);

    private static final Pattern HIGHLIGHTED =
            Pattern.compile(OPEN + "highlight-(?:next-line|line|start|end|range\\{[\\d,-]{1,99}\\})" + CLOSE);

    /** Returns a line without its comment. */
    abstract String without(String line);

    /** Returns the visible code; a line with only a comment is removed. */
    public String takenFrom(String code) {
        if (this == NONE || !(code.contains("[!code") || code.contains("highlight-"))) {
            return code;
        }
        List<String> lines = new ArrayList<>();
        for (String line : code.split("\n", -1)) {
            String rest = without(line);
            if (rest.length() == line.length() || !rest.isBlank()) {
                lines.add(rest);
            }
        }
        return String.join("\n", lines);
    }
}
