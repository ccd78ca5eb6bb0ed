package dev.feedmill.dialect.config;

import java.util.regex.Pattern;

/**
 * A pattern of paths: {@code *} and {@code ?} stand for characters of one name, {@code **} for any names, {@code {a,b}} for
 * one of several.
 */
public final class Glob {
    private final String must;
    private final Pattern regex;

    private Glob(String must, Pattern regex) {
        this.must = must;
        this.regex = regex;
    }

    /** Of whole paths. */
    public static Glob of(String glob) {
        return new Glob(literal(glob), Pattern.compile(regex(glob), Pattern.DOTALL));
    }

    /**
     * Of paths below a folder: a glob with a slash only at its end is for all that lies below such a folder, one without a
     * slash for names at any depth; a slash at its beginning ties it to the folder itself.
     */
    static Glob below(String glob) {
        String rooted = glob.startsWith("/") ? glob.substring(1) : glob;
        int slash = rooted.indexOf('/');
        boolean anywhere = !glob.startsWith("/") && (slash < 0 || slash == rooted.length() - 1);
        String regex = (anywhere ? "(?:.*/)?" : "") + regex(rooted) + (rooted.endsWith("/") ? ".*" : "");
        return new Glob(literal(rooted), Pattern.compile(regex, Pattern.DOTALL));
    }

    boolean matches(String path) {
        // Every file of a folder is asked for at every look: mostly the letters that it must hold are not in it.
        return path.contains(must) && regex.matcher(path).matches();
    }

    /** The longest piece that stands in every path that matches. */
    private static String literal(String glob) {
        String longest = "";
        int open = 0;
        StringBuilder piece = new StringBuilder();
        for (int i = 0; i <= glob.length(); i++) {
            char c = i < glob.length() ? glob.charAt(i) : '*';
            if (open == 0 && "*?{".indexOf(c) < 0) {
                piece.append(c);
            } else {
                // "**/" may stand for no name at all.
                longest = piece.length() > longest.length() ? piece.toString() : longest;
                piece.setLength(0);
                i += glob.startsWith("**/", i) ? 2 : 0;
            }
            open += c == '{' ? 1 : c == '}' && open > 0 ? -1 : 0;
        }
        return longest;
    }

    /** The file system's own globs need paths that the locale of the process can write. */
    private static String regex(String glob) {
        StringBuilder regex = new StringBuilder();
        int open = 0;
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (c == '*' && glob.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 2;
            } else if (c == '*' && glob.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (c == '*') {
                regex.append("[^/]*");
            } else if (c == '?') {
                regex.append("[^/]");
            } else if (c == '{') {
                regex.append("(?:");
                open++;
            } else if (c == '}' && open > 0) {
                regex.append(')');
                open--;
            } else if (c == ',' && open > 0) {
                regex.append('|');
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }
}
