package dev.feedmill.dialect.exclude;

import dev.feedmill.filter.BadPatternException;
import dev.feedmill.filter.Glob;
import dev.feedmill.filter.GlobForm;
import dev.feedmill.filter.UserPattern;
import java.util.Locale;
import java.util.function.Predicate;

/** What patterns of paths mean. What lies below a folder that matches matches too. */
public enum PathForm {
    /** Globs of whole paths, as micromatch, tinyglobby and fast-glob have them. */
    GLOB,
    /** The same where letter case does not count, as in Hugo's mounts. */
    ANY_CASE_GLOB,
    /** Globs of the end of a path, from any name on. */
    GLOB_AT_END,
    /** Globs of whole paths whose {@code *} stands for slashes too, as Python's fnmatch. */
    CROSSING_GLOB,
    /** The same of the end of a path, as Rust's globset has them where it looks at absolute paths. */
    CROSSING_GLOB_AT_END,
    /** Ruby's {@code File.fnmatch} of whole paths, and what paths begin with. */
    BEGINNING,
    /** Paths of folders and files, as they are. */
    PATH,
    /** Regular expressions of Go that are looked for in a path with a slash before it. */
    REGEX,
    /** Regular expressions that a path must begin with, as Python's {@code re.match}. */
    REGEX_AT_START,
    /** Lines of a {@code .gitignore}. */
    IGNORE_LINES;

    /**
     * Whether a path, or that of a folder above, matches a pattern.
     *
     * @param name under which it stands, for the message
     */
    Predicate<String> read(String name, String pattern) throws BadPatternException {
        String rooted = pattern.replaceFirst("^(?:\\./|/)+", "").replaceFirst("(?<=.)/+$", "");
        return switch (this) {
            case GLOB -> below(glob(name, rooted, GlobForm.MICROMATCH));
            case ANY_CASE_GLOB -> {
                Predicate<String> glob = below(glob(name, rooted.toLowerCase(Locale.ROOT), GlobForm.MICROMATCH));
                yield path -> glob.test(path.toLowerCase(Locale.ROOT));
            }
            case GLOB_AT_END -> below(glob(name, "**/" + rooted, GlobForm.MICROMATCH));
            case CROSSING_GLOB -> below(glob(name, rooted, GlobForm.FNMATCH));
            case CROSSING_GLOB_AT_END -> below(glob(name, "**/" + rooted, GlobForm.GLOBSET));
            case BEGINNING -> {
                String start = pattern.replaceFirst("^(?:\\./|/)+", "");
                yield below(glob(name, rooted, GlobForm.FNMATCH)).or(path -> path.startsWith(start));
            }
            case PATH -> rooted.isEmpty() || rooted.equals(".") ? path -> true : below(rooted::equals);
            case REGEX -> {
                UserPattern regex = UserPattern.read(name, pattern);
                yield below(path -> regex.isIn("/" + path));
            }
            case REGEX_AT_START -> {
                UserPattern regex = UserPattern.read(name, "^(?:" + pattern + ")");
                yield below(regex::isIn);
            }
            case IGNORE_LINES -> IgnoreLines.read(name, pattern.lines().toList());
        };
    }

    static Predicate<String> glob(String name, String glob, GlobForm form) throws BadPatternException {
        return Glob.read(name, glob, form)::matches;
    }

    private static Predicate<String> below(Predicate<String> wanted) {
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
