package dev.feedmill.reading.header;

import dev.feedmill.problem.Problem.Kind;
import dev.feedmill.reading.header.Split.Syntax;
import dev.feedmill.yaml.FencedHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Splits a file into front matter and body. Refuses a file whose boundary is uncertain, because it could be a draft.
 */
public final class FrontMatterSplitter {
    /** A line of Nikola's header. */
    private static final Pattern NIKOLA = Pattern.compile("\\.\\.\\s+[\\p{L}_-]+:.*");

    private static final Pattern KEY = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.:-]*\\s*:(\\s.*)?");
    private static final Pattern KNOWN_KEY = Pattern.compile(
            "(?i)(title|date|layout|categor(y|ies)|tags?|draft|published|authors?|permalink)\\s*[:=].*");
    private static final Pattern STATUS = Pattern.compile("(?i)(status|slug|summary|lang)\\s*:.*");
    private static final Pattern UNFENCED = Pattern.compile("\\s*|#.*|\\s+.*|-\\s.*");
    private static final Pattern JSON_KEY = Pattern.compile("\\s*\"[^\"]+\"\\s*:");

    private final int maxChars;

    public FrontMatterSplitter(int maxChars) {
        this.maxChars = maxChars;
    }

    /** Splits the text; null if the file must be refused, with the reason in the report. */
    @Nullable
    public Split split(String text, Report report) {
        List<String> lines = text.lines().toList();
        int first = 0;
        while (first < lines.size() && lines.get(first).isBlank()) {
            first++;
        }
        if (first == lines.size()) {
            return new Split(Syntax.NONE, "", 1, "", 1);
        }
        FencedHeader header = FencedHeader.of(text, maxChars);
        if (header instanceof FencedHeader.Refused refused) {
            report.add(refused.line(), refused.kind(), refused.message());
            return null;
        }
        if (header instanceof FencedHeader.Found found) {
            return fenced(text, found);
        }
        Split unfenced = unfenced(text, lines, first);
        Split found = unfenced != null ? unfenced : unfencedLines(text, lines, first);
        return found != null ? found : withoutFrontMatter(text, lines, first, report);
    }

    private static Split fenced(String text, FencedHeader.Found found) {
        String body = text.substring(Math.min(found.bodyStart(), text.length()));
        return switch (found.syntax()) {
            case YAML -> new Split(Syntax.YAML, found.header(), found.headerLine(), body, found.bodyLine());
            case TOML -> new Split(Syntax.TOML, found.header(), found.headerLine(), body, found.bodyLine());
            case JSON -> {
                // Hexo closes JSON front matter with three semicolons.
                String rest = body.strip().startsWith(";;;") ? body.strip().replaceFirst("^;{3,}", "") : body;
                yield new Split(Syntax.JSON, found.header(), found.headerLine(), rest, found.bodyLine());
            }
        };
    }

    /**
     * Reads keys from the first line to the first blank one: Pelican's header, or Nikola's, which begins with two dots.
     */
    private @Nullable Split unfencedLines(String text, List<String> lines, int first) {
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
            boolean continues = !keys.isEmpty() && Character.isWhitespace(line.charAt(0));
            if (!continues
                    && !KEY.matcher(key).matches()
                    && !KNOWN_KEY.matcher(key).matches()) {
                return null;
            }
            known |= KNOWN_KEY.matcher(key).matches()
                    || STATUS.matcher(key).matches()
                    || LenientHeaderScanner.holds(key);
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

    /** Splits front matter without an opening fence, which Hexo allows: keys, then a closing line. */
    private @Nullable Split unfenced(String text, List<String> lines, int first) {
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
            if (!KEY.matcher(line).matches() && !UNFENCED.matcher(line).matches()) {
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
