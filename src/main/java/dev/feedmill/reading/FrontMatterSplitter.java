package dev.feedmill.reading;

import dev.feedmill.encoding.TextDecoder;
import dev.feedmill.problem.Problem.Kind;
import dev.feedmill.reading.Split.Syntax;
import dev.feedmill.yaml.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds where front matter begins and ends, and refuses a file in which that is not sure: it could be a draft. */
final class FrontMatterSplitter {
    private static final Pattern FENCE = Pattern.compile("-{3,}|\\+{3}|;{3,}");

    /** A fence that names the language of what follows, as gray-matter reads it. */
    private static final Pattern NAMED_FENCE = Pattern.compile("---\\s*([A-Za-z]+)");

    /** Lines of Nikola's headers. */
    private static final Pattern NIKOLA = Pattern.compile("\\.\\.\\s+[\\p{L}_-]+:.*");

    private static final Pattern KEY = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.:-]*\\s*:(\\s.*)?");
    private static final Pattern KNOWN_KEY = Pattern.compile(
            "(?i)(title|date|layout|categor(y|ies)|tags?|draft|published|authors?|permalink)\\s*[:=].*");
    private static final Pattern STATUS = Pattern.compile("(?i)(status|slug|summary|lang)\\s*:.*");
    private static final Pattern HEADLESS = Pattern.compile("\\s*|#.*|\\s+.*|-\\s.*");
    private static final Pattern JSON_KEY = Pattern.compile("\\s*\"[^\"]+\"\\s*:");
    private static final Pattern JSON_START = Pattern.compile("\\{\\s*(\"|\\})");

    private final int maxChars;

    FrontMatterSplitter(int maxChars) {
        this.maxChars = maxChars;
    }

    /** Null where the file must be refused; the report says why. */
    @Nullable
    Split split(String text, Report report) {
        List<String> lines = text.lines().toList();
        int first = 0;
        while (first < lines.size() && lines.get(first).isBlank()) {
            first++;
        }
        if (first == lines.size()) {
            return new Split(Syntax.NONE, "", 1, "", 1);
        }
        String opener = lines.get(first).strip();
        if (FENCE.matcher(opener).matches()) {
            return fenced(text, lines, first, opener, report);
        }
        Matcher named = NAMED_FENCE.matcher(opener);
        if (named.matches()) {
            return named(text, lines, first, named.group(1), report);
        }
        if (opener.startsWith("{")) {
            String rest = String.join("\n", lines.subList(first, lines.size()));
            if (JSON_START.matcher(rest).lookingAt()) {
                return json(rest, first, report);
            }
        }
        Split headless = headless(text, lines, first);
        Split found = headless != null ? headless : bare(text, lines, first);
        return found != null ? found : withoutFrontMatter(text, lines, first, report);
    }

    private @Nullable Split fenced(String text, List<String> lines, int first, String opener, Report report) {
        Syntax syntax = switch (opener.charAt(0)) {
            case '-' -> Syntax.YAML;
            case '+' -> Syntax.TOML;
            default -> Syntax.JSON;
        };
        return fenced(text, lines, first, opener, syntax, report);
    }

    private @Nullable Split named(String text, List<String> lines, int first, String language, Report report) {
        Syntax syntax = switch (language.toLowerCase(Locale.ROOT)) {
            case "yaml", "yml" -> Syntax.YAML;
            case "toml" -> Syntax.TOML;
            case "json" -> Syntax.JSON;
            default -> null;
        };
        if (syntax == null) {
            report.add(
                    first + 1,
                    Kind.FRONT_MATTER,
                    "front matter must be yaml, toml or json, not '" + language + "', which is not read");
            return null;
        }
        return fenced(text, lines, first, "---", syntax, report);
    }

    /** Keys from the first line to the first blank one: Pelican's header, or Nikola's, which begins with two dots. */
    private @Nullable Split bare(String text, List<String> lines, int first) {
        int start = first;
        boolean comment = lines.get(first).strip().equals("<!--");
        start += comment ? 1 : 0;
        int end = start;
        boolean known = false;
        List<String> keys = new ArrayList<>();
        while (end < lines.size()) {
            String line = lines.get(end).stripTrailing();
            boolean nikola = NIKOLA.matcher(line).matches();
            String key = nikola ? line.substring(2).strip() : line;
            if (line.isBlank() || line.strip().equals("-->")) {
                break;
            }
            boolean goesOn = !keys.isEmpty() && Character.isWhitespace(line.charAt(0));
            if (!goesOn
                    && !KEY.matcher(key).matches()
                    && !KNOWN_KEY.matcher(key).matches()) {
                return null;
            }
            known |= KNOWN_KEY.matcher(key).matches() || STATUS.matcher(key).matches() || LooseLines.holds(key);
            keys.add(key);
            end++;
        }
        if (!known || keys.isEmpty()) {
            return null;
        }
        int body = comment && end < lines.size() ? end + 1 : end;
        int offset = 0;
        for (String line : lines.subList(0, body)) {
            offset += line.length() + 1;
        }
        return new Split(
                Syntax.LINES,
                String.join("\n", keys) + "\n",
                start + 1,
                text.substring(Math.min(offset, text.length())),
                body + 1);
    }

    private @Nullable Split fenced(
            String text, List<String> lines, int first, String opener, Syntax syntax, Report report) {
        int size = 0;
        for (int i = first + 1; i < lines.size(); i++) {
            String line = lines.get(i).stripTrailing();
            if (line.equals(opener) || (syntax == Syntax.YAML && line.equals("..."))) {
                return cut(syntax, text, lines, first + 1, i, i + 1);
            }
            size += line.length() + 1;
            if (size > maxChars) {
                report.add(
                        first + 1,
                        Kind.LIMIT,
                        "front matter must close with '" + opener + "' within " + maxChars + " characters");
                return null;
            }
        }
        report.add(first + 1, Kind.FRONT_MATTER, "front matter must close with a line '" + opener + "'");
        return null;
    }

    private @Nullable Split json(String rest, int first, Report report) {
        int end = JsonReader.end(rest);
        if (end < 0 || end > maxChars) {
            report.add(
                    first + 1,
                    end < 0 ? Kind.FRONT_MATTER : Kind.LIMIT,
                    "front matter that begins with '{' must be one JSON object of at most " + maxChars + " characters");
            return null;
        }
        String body = rest.substring(end);
        int bodyLine = first + TextDecoder.line(rest, end);
        if (body.strip().startsWith(";;;")) {
            body = body.strip().replaceFirst("^;{3,}", "");
        }
        return new Split(Syntax.JSON, rest.substring(0, end), first + 1, body, bodyLine);
    }

    /** Hexo lets the first fence be left out: keys, then a closing line. */
    private @Nullable Split headless(String text, List<String> lines, int first) {
        if (JSON_KEY.matcher(lines.get(first)).lookingAt()) {
            int size = 0;
            for (int i = first; i < lines.size() && size <= maxChars; i++) {
                if (lines.get(i).strip().matches(";{3,}")) {
                    return cut(Syntax.JSON, text, lines, first, i, i + 1);
                }
                size += lines.get(i).length() + 1;
            }
        }
        if (!KEY.matcher(lines.get(first)).matches()) {
            return null;
        }
        int size = 0;
        for (int i = first; i < lines.size() && size <= maxChars; i++) {
            String line = lines.get(i);
            if (line.stripTrailing().matches("-{3,}")) {
                return cut(Syntax.YAML, text, lines, first, i, i + 1);
            }
            if (!KEY.matcher(line).matches() && !HEADLESS.matcher(line).matches()) {
                return null;
            }
            size += line.length() + 1;
        }
        return null;
    }

    private static @Nullable Split withoutFrontMatter(String text, List<String> lines, int first, Report report) {
        for (int i = first + 1; i + 1 < lines.size() && i < first + 40; i++) {
            String fence = lines.get(i).strip();
            if ((fence.equals("---") || fence.equals("+++"))
                    && KNOWN_KEY.matcher(lines.get(i + 1).strip()).matches()) {
                report.add(
                        first + 1,
                        Kind.FRONT_MATTER,
                        "front matter must come first; text stands before the '" + fence + "' in line " + (i + 1));
                return null;
            }
        }
        report.add(first + 1, Kind.FRONT_MATTER, "front matter is missing; the article is served without it");
        return new Split(Syntax.NONE, "", first + 1, text, 1);
    }

    private static Split cut(Syntax syntax, String text, List<String> lines, int from, int to, int body) {
        int offset = 0;
        for (String line : lines.subList(0, body)) {
            offset += line.length() + 1;
        }
        return new Split(
                syntax,
                String.join("\n", lines.subList(from, to)) + "\n",
                from + 1,
                text.substring(Math.min(offset, text.length())),
                body + 1);
    }
}
