package dev.feedmill.markdown.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The info string of a code fence: {@code js}, {@code ts{1,3} title="a.ts"}, {@code { .py hl_lines="2" }}, {@code
 * js:no-line-numbers}, {@code rust,name=a.rs}, and in Hexo {@code js Title https://a.example/ label}.
 *
 * @param language empty for none
 * @param title empty for none
 * @param link of the title, or empty
 * @param label of the link, or empty
 */
public record FenceInfo(String language, String title, String link, String label) {
    private static final Set<String> TITLES = Set.of("title", "caption", "filename");

    /** Zola's key of a file name. */
    private static final String NAME = "name";

    private static final Pattern LINE_NUMBERS = Pattern.compile("(?:no-)?line-numbers(?:=\\d*)?");
    private static final Pattern LINES = Pattern.compile("\\{[\\d,\\s-]*\\}");
    private static final Pattern HEXO_OPTION =
            Pattern.compile("(?:line_number|line_threshold|first_line|wrap|mark|language_attr|highlight):\\S+");
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+|/\\S+");

    /**
     * Parses an info string.
     *
     * @param captions whether text after the language is a caption, with a URL as a link
     */
    public static FenceInfo of(String info, boolean captions) {
        String written = info.strip();
        if (written.startsWith("{")) {
            List<String> pieces = pieces(written, true);
            return new FenceInfo(firstClass(pieces), title(pieces), "", "");
        }
        int end = languageEnd(written);
        String name = written.substring(0, end);
        List<String> pieces = pieces(written.substring(end), !captions);
        String title = title(pieces);
        int colon = name.indexOf(':');
        String behind = colon > 0 ? name.substring(colon + 1) : "";
        if (LINE_NUMBERS.matcher(behind).matches()) {
            name = name.substring(0, colon);
        } else if (behind.startsWith("title=") || behind.indexOf('.') > 0 || behind.indexOf('/') >= 0) {
            // The syntax of Gatsby, and of Zenn and Qiita.
            title = title.isEmpty() ? behind.replaceFirst("^title=", "") : title;
            name = name.substring(0, colon);
        }
        name = name.replaceFirst("(?:=\\d*|-vue)$", "");
        return captions && title.isEmpty() ? captioned(name, pieces) : new FenceInfo(name, title, "", "");
    }

    /** Returns whether the code has a caption. */
    public boolean isCaptioned() {
        return !title.isEmpty() || !link.isEmpty();
    }

    private static int languageEnd(String info) {
        int end = 0;
        while (end < info.length()
                && !Character.isWhitespace(info.charAt(end))
                && "{[,".indexOf(info.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static String firstClass(List<String> pieces) {
        for (String piece : pieces) {
            if (piece.startsWith(".") && piece.length() > 1) {
                return piece.substring(1);
            }
        }
        String first = pieces.isEmpty() ? "" : pieces.get(0);
        return first.indexOf('=') < 0 && first.indexOf('#') < 0 ? first : "";
    }

    private static String title(List<String> pieces) {
        for (String piece : pieces) {
            int equals = piece.indexOf('=');
            String key = equals < 0 ? "" : piece.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            String value =
                    equals < 0 ? "" : unquoted(piece.substring(equals + 1).strip());
            if (TITLES.contains(key) || (key.equals(NAME) && value.indexOf('.') > 0)) {
                return value.strip();
            }
        }
        return "";
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1
                && "\"'`".indexOf(value.charAt(0)) >= 0
                && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted
                ? value.substring(1, value.length() - 1).replace("\\\"", "\"").replace("\\'", "'")
                : value;
    }

    private static FenceInfo captioned(String language, List<String> pieces) {
        List<String> title = new ArrayList<>();
        List<String> label = new ArrayList<>();
        String link = "";
        for (String piece : pieces) {
            if (HEXO_OPTION.matcher(piece).matches() || LINES.matcher(piece).matches() || piece.indexOf('=') > 0) {
                continue;
            }
            Matcher address = ADDRESS.matcher(piece);
            if (link.isEmpty() && !title.isEmpty() && address.matches()) {
                link = piece;
            } else {
                (link.isEmpty() ? title : label).add(piece);
            }
        }
        return new FenceInfo(language, String.join(" ", title), link, String.join(" ", label));
    }

    /**
     * Splits at spaces, and optionally commas, outside quotes and brackets; removes the braces around an attribute
     * list.
     */
    private static List<String> pieces(String text, boolean commas) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        char quote = 0;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote && text.charAt(i - 1) != '\\' ? 0 : quote;
            } else if ("\"'`".indexOf(c) >= 0 && isValue(piece)) {
                quote = c;
            } else if (c == '[' || (c == '{' && !isOuterBrace(text, i, piece))) {
                depth++;
            } else if (depth > 0 && (c == ']' || c == '}')) {
                depth--;
            } else if (depth == 0 && (Character.isWhitespace(c) || (commas && c == ',') || c == '{' || c == '}')) {
                add(pieces, piece);
                continue;
            }
            piece.append(c);
        }
        add(pieces, piece);
        return pieces;
    }

    private static boolean isValue(StringBuilder piece) {
        return !piece.isEmpty() && piece.charAt(piece.length() - 1) == '=';
    }

    /** Returns whether a brace begins a list of attributes rather than of lines. */
    private static boolean isOuterBrace(String text, int at, StringBuilder piece) {
        return piece.isEmpty() && !LINES.matcher(text).region(at, text.length()).lookingAt();
    }

    private static void add(List<String> pieces, StringBuilder piece) {
        if (!piece.isEmpty()) {
            pieces.add(piece.toString());
            piece.setLength(0);
        }
    }
}
