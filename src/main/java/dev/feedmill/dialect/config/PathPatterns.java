package dev.feedmill.dialect.config;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Which paths of a folder are read, by globs: {@code *} and {@code ?} stand for characters of one name, {@code **} for any
 * names, {@code {a,b}} for one of several. A glob with a slash only at its end is for all that lies below such a folder, one
 * without a slash for names at any depth; a slash at its beginning ties it to the folder itself.
 */
public final class PathPatterns {
    private final List<Pattern> include;
    private final List<Pattern> exclude;
    private final String written;

    public PathPatterns(List<String> include, List<String> exclude) {
        this.include = include.stream().map(PathPatterns::pattern).toList();
        this.exclude = exclude.stream().map(PathPatterns::pattern).toList();
        this.written = include + " " + exclude;
    }

    /** Whether a text is a glob. */
    public static boolean isGlob(String text) {
        try {
            return !text.isBlank() && pattern(text) != null;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    /** The file system's own globs need paths that the locale of the process can write. */
    private static Pattern pattern(String glob) {
        String rooted = glob.startsWith("/") ? glob.substring(1) : glob;
        int slash = rooted.indexOf('/');
        boolean anywhere = !glob.startsWith("/") && (slash < 0 || slash == rooted.length() - 1);
        StringBuilder regex = new StringBuilder(anywhere ? "(?:.*/)?" : "");
        int open = 0;
        for (int i = 0; i < rooted.length(); i++) {
            char c = rooted.charAt(i);
            if (c == '*' && rooted.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 2;
            } else if (c == '*' && rooted.startsWith("**", i)) {
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
        return Pattern.compile(regex + (rooted.endsWith("/") ? ".*" : ""), Pattern.DOTALL);
    }

    /** Whether the file at a path is read. */
    public boolean allow(String path) {
        return (include.isEmpty() || matches(include, path)) && !matches(exclude, path);
    }

    private static boolean matches(List<Pattern> globs, String path) {
        return globs.stream().anyMatch(glob -> glob.matcher(path).matches());
    }

    @Override
    public String toString() {
        return written;
    }
}
