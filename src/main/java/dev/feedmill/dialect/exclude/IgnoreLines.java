package dev.feedmill.dialect.exclude;

import dev.feedmill.filter.BadPatternException;
import dev.feedmill.filter.GlobSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Lines of a {@code .gitignore} (git-scm.com/docs/gitignore): the last match decides, {@code !} negates, and files
 * below an ignored folder stay ignored. Text after a space and {@code #} is a comment.
 */
final class IgnoreLines implements Predicate<String> {
    private final List<Line> lines;

    /**
     * One line.
     *
     * @param negates whether it negates
     * @param foldersOnly whether it matches only folders
     */
    private record Line(Predicate<String> pattern, boolean negates, boolean foldersOnly) {}

    private IgnoreLines(List<Line> lines) {
        this.lines = lines;
    }

    /**
     * Parses lines.
     *
     * @param name of their key or file, for messages
     */
    static IgnoreLines read(String name, List<String> texts) throws BadPatternException {
        List<Line> lines = new ArrayList<>();
        for (String text : texts.stream().flatMap(String::lines).toList()) {
            String written = text.replaceFirst("\\s+#.*$", "").stripTrailing();
            if (!written.isBlank() && !written.startsWith("#")) {
                lines.add(line(name, written));
            }
        }
        return new IgnoreLines(List.copyOf(lines));
    }

    private static Line line(String name, String written) throws BadPatternException {
        boolean negates = written.startsWith("!");
        String pattern = negates ? written.substring(1) : written;
        boolean foldersOnly = pattern.endsWith("/");
        pattern = foldersOnly ? pattern.substring(0, pattern.length() - 1) : pattern;
        boolean anywhere = !pattern.contains("/");
        String glob = (anywhere ? "**/" : "") + (pattern.startsWith("/") ? pattern.substring(1) : pattern);
        return new Line(PatternSyntax.glob(name, glob, GlobSyntax.IGNORE_LINE), negates, foldersOnly);
    }

    @Override
    public boolean test(String path) {
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            if (isIgnored(path.substring(0, slash), true)) {
                return true;
            }
        }
        return isIgnored(path, false);
    }

    private boolean isIgnored(String path, boolean folder) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            Line line = lines.get(i);
            if ((folder || !line.foldersOnly()) && line.pattern().test(path)) {
                return !line.negates();
            }
        }
        return false;
    }
}
