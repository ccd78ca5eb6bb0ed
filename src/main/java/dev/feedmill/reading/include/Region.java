package dev.feedmill.reading.include;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A part of a file, between marks such as {@code // #region x} and {@code // #endregion x}, or below a heading. */
final class Region {
    /** Region marks of the languages that VitePress supports. */
    private static final Pattern MARK = Pattern.compile(
            "(?://\\s?#?|/\\*\\s?#|#pragma\\s|<!--\\s?#?|::\\s?#|REM\\s#|#\\s?|--\\s?#?|;\\s?#?)"
                    + "(end\\s?)?region(?:\\s+([\\w*-]+))?\\s*(?:\\*/|-->)?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*?)\\s*(?:\\{#([^}\\s]+)[^}]*\\})?\\s*#*");

    private Region() {}

    /** Returns the lines of a region without its marks; null if there is none of that name. */
    static @Nullable List<String> of(List<String> lines, String name) {
        for (int start = 0; start < lines.size(); start++) {
            if (isMark(lines.get(start), name, false)) {
                int end = start + 1;
                while (end < lines.size() && !isMark(lines.get(end), name, true)) {
                    end++;
                }
                return lines.subList(start + 1, end).stream()
                        .filter(line -> !MARK.matcher(line.strip()).matches())
                        .toList();
            }
        }
        return null;
    }

    /** Returns the lines from a heading to the next one of its level or above; null if there is none of that id. */
    static @Nullable List<String> section(List<String> lines, String id) {
        for (int start = 0; start < lines.size(); start++) {
            Matcher heading = HEADING.matcher(lines.get(start));
            if (heading.matches() && id.equals(id(heading))) {
                int level = heading.group(1).length();
                int end = start + 1;
                while (end < lines.size() && !(level(lines.get(end)) <= level)) {
                    end++;
                }
                return lines.subList(start, end);
            }
        }
        return null;
    }

    private static int level(String line) {
        Matcher heading = HEADING.matcher(line);
        return heading.matches() ? heading.group(1).length() : Integer.MAX_VALUE;
    }

    private static String id(Matcher heading) {
        String own = heading.group(3);
        return own != null
                ? own
                : heading.group(2)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", "-")
                        .replaceAll("^-|-$", "");
    }

    private static boolean isMark(String line, String name, boolean ends) {
        Matcher mark = MARK.matcher(line.strip());
        if (!mark.matches() || (mark.group(1) != null) != ends) {
            return false;
        }
        return name.equals(mark.group(2)) || (ends && mark.group(2) == null);
    }

    /** Joins the lines without their common indentation. */
    static String unindented(List<String> lines) {
        int min = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        return lines.stream()
                .map(line -> line.length() < min ? "" : line.substring(min))
                .collect(Collectors.joining("\n"));
    }
}
