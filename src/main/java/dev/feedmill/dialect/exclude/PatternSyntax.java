package dev.feedmill.dialect.exclude;

import dev.feedmill.filter.BadPatternException;
import dev.feedmill.filter.Glob;
import dev.feedmill.filter.GlobSyntax;
import dev.feedmill.filter.UserPattern;
import java.util.Locale;
import java.util.function.Predicate;

/** Syntax of path patterns. Everything below a matching folder matches too. */
public enum PatternSyntax {
    /** Globs of whole paths, as in micromatch, tinyglobby and fast-glob. */
    GLOB,
    /** Globs that ignore case, as in Hugo's mounts. */
    ANY_CASE_GLOB,
    /** Globs of the end of a path, from any name on. */
    GLOB_AT_END,
    /** Globs of whole paths whose {@code *} also matches slashes, as in Python's fnmatch. */
    CROSSING_GLOB,
    /** Globs of the end of a path whose {@code *} also matches slashes, as in Rust's globset with absolute paths. */
    CROSSING_GLOB_AT_END,
    /** Ruby's {@code File.fnmatch} of whole paths, and path prefixes. */
    BEGINNING,
    /** Literal paths of folders and files. */
    PATH,
    /** Go regular expressions, searched for in a path with a leading slash. */
    REGEX,
    /** Regular expressions that must match at the start of a path, as Python's {@code re.match}. */
    REGEX_AT_START,
    /** Lines of a {@code .gitignore}. */
    IGNORE_LINES;

    /**
     * Compiles a pattern that matches a path or a folder above it.
     *
     * @param name of its key or file, for messages
     */
    Predicate<String> read(String name, String pattern) throws BadPatternException {
        String rooted = pattern.replaceFirst("^(?:\\./|/)+", "").replaceFirst("(?<=.)/+$", "");
        return switch (this) {
            case GLOB -> withDescendants(glob(name, rooted, GlobSyntax.MICROMATCH));
            case ANY_CASE_GLOB -> {
                Predicate<String> glob =
                        withDescendants(glob(name, rooted.toLowerCase(Locale.ROOT), GlobSyntax.MICROMATCH));
                yield path -> glob.test(path.toLowerCase(Locale.ROOT));
            }
            case GLOB_AT_END -> withDescendants(glob(name, "**/" + rooted, GlobSyntax.MICROMATCH));
            case CROSSING_GLOB -> withDescendants(glob(name, rooted, GlobSyntax.FNMATCH));
            case CROSSING_GLOB_AT_END -> withDescendants(glob(name, "**/" + rooted, GlobSyntax.GLOBSET));
            case BEGINNING -> {
                String start = pattern.replaceFirst("^(?:\\./|/)+", "");
                yield withDescendants(glob(name, rooted, GlobSyntax.FNMATCH)).or(path -> path.startsWith(start));
            }
            case PATH -> rooted.isEmpty() || rooted.equals(".") ? path -> true : withDescendants(rooted::equals);
            case REGEX -> {
                UserPattern regex = UserPattern.read(name, pattern);
                yield withDescendants(path -> regex.isIn("/" + path));
            }
            case REGEX_AT_START -> {
                UserPattern regex = UserPattern.read(name, "^(?:" + pattern + ")");
                yield withDescendants(regex::isIn);
            }
            case IGNORE_LINES -> IgnoreLines.read(name, pattern.lines().toList());
        };
    }

    static Predicate<String> glob(String name, String glob, GlobSyntax syntax) throws BadPatternException {
        return Glob.read(name, glob, syntax)::matches;
    }

    private static Predicate<String> withDescendants(Predicate<String> wanted) {
        return path -> {
            for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
                if (wanted.test(path.substring(0, slash))) {
                    return true;
                }
            }
            return wanted.test(path);
        };
    }
}
