package dev.feedmill.dialect.config;

import java.util.List;

/** Which paths of a folder are read, by globs as {@link Glob#below} has them. */
public final class PathPatterns {
    /** All are read. */
    public static final PathPatterns ALL = new PathPatterns(List.of(), List.of());

    private final List<Glob> include;
    private final List<Glob> exclude;
    private final String written;

    public PathPatterns(List<String> include, List<String> exclude) {
        this.include = include.stream().map(Glob::below).toList();
        this.exclude = exclude.stream().map(Glob::below).toList();
        this.written = include + " " + exclude;
    }

    /** Whether a text is a glob. */
    public static boolean isGlob(String text) {
        return !text.isBlank() && Glob.closes(text);
    }

    /** Whether the file at a path is read. */
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
