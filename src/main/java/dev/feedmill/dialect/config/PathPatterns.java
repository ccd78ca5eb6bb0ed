package dev.feedmill.dialect.config;

import dev.feedmill.filter.BadPatternException;
import dev.feedmill.filter.Glob;
import dev.feedmill.filter.GlobSyntax;
import java.util.List;

/**
 * Include and exclude globs for paths below a folder. A glob whose only slash is at its end matches everything below
 * such a folder; one without a slash matches names at any depth; a leading slash anchors it to the folder itself.
 */
public final class PathPatterns {
    /** Allows all paths. */
    public static final PathPatterns ALL = new PathPatterns(List.of(), List.of());

    private final List<Glob> include;
    private final List<Glob> exclude;
    private final String written;

    /** Creates patterns of globs that are valid by {@link #isGlob}. */
    public PathPatterns(List<String> include, List<String> exclude) {
        this.include = include.stream().map(PathPatterns::toGlob).toList();
        this.exclude = exclude.stream().map(PathPatterns::toGlob).toList();
        this.written = include + " " + exclude;
    }

    /** Returns whether a text is a valid glob. */
    public static boolean isGlob(String text) {
        if (text.isBlank() || !closes(text)) {
            return false;
        }
        try {
            read(text);
            return true;
        } catch (BadPatternException e) {
            return false;
        }
    }

    /** Returns whether every opening brace is closed. */
    private static boolean closes(String glob) {
        int open = 0;
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            open += c == '{' ? 1 : c == '}' && open > 0 ? -1 : 0;
        }
        return open == 0;
    }

    private static Glob toGlob(String glob) {
        try {
            return read(glob);
        } catch (BadPatternException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Glob read(String glob) throws BadPatternException {
        String rooted = glob.startsWith("/") ? glob.substring(1) : glob;
        int slash = rooted.indexOf('/');
        boolean anywhere = !glob.startsWith("/") && (slash < 0 || slash == rooted.length() - 1);
        String whole = (anywhere ? "**/" : "") + rooted + (rooted.endsWith("/") ? "**" : "");
        return Glob.read("articles.exclude", whole, GlobSyntax.BRACES);
    }

    /** Returns whether the file at a path is read. */
    public boolean allow(String path) {
        return (include.isEmpty() || matches(include, path)) && !matches(exclude, path);
    }

    private static boolean matches(List<Glob> globs, String path) {
        for (Glob glob : globs) {
            if (glob.matches(path)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return written;
    }
}
