package dev.feedmill.reading.include;

import dev.feedmill.template.MappedText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Inserts pages and code files where an MDX page that imports them shows them: {@code <Part />} and {@code
 * <CodeBlock>{Code}</CodeBlock>} (docusaurus.io/docs/markdown-features/react).
 */
public final class MdxIncludes {
    private static final Pattern IMPORT = Pattern.compile(
            "^import\\s+(\\w{1,60})\\s+from\\s+[\"'](?<raw>!!raw-loader!)?(?<file>(?:\\.{1,2}/|@site/)[^\"'\\n]{1,300})[\"'];?[ \\t]*$",
            Pattern.MULTILINE);

    private static final Pattern SHOWN = Pattern.compile(
            "^[ \\t>]*(?<fence>`{3,}|~{3,})|<(?<part>[A-Z]\\w{0,60})(?:\\s[^<>]{0,300})?(?:/>|>\\s{0,9}</\\k<part>>)"
                    + "|(?<=>)\\s{0,99}\\{(?<code>\\w{1,60})\\}\\s{0,99}(?=</CodeBlock>)",
            Pattern.MULTILINE);

    /** Minimum cost of a file, in characters. */
    private static final int MIN_COST = 4096;

    private final IncludeResolver files;
    private final String root;
    private final BiConsumer<Integer, String> problems;
    private final Deque<String> open = new ArrayDeque<>();
    private long left;
    private int line;

    /** The file that an imported name stands for. */
    private record Imported(String file, boolean raw) {}

    /**
     * Creates the includes of one article.
     *
     * @param root within the articles folder that {@code @site} stands for
     * @param max limit of characters of all files together
     * @param problems receives problems, by lines of the article
     */
    public MdxIncludes(IncludeResolver files, String root, long max, BiConsumer<Integer, String> problems) {
        this.files = files;
        this.root = root;
        this.left = max;
        this.problems = problems;
    }

    /**
     * Rewrites a text with the content of the files that it shows.
     *
     * @param path of the article
     */
    public MappedText in(String text, String path) {
        Map<String, Imported> imported = imported(text);
        if (imported.isEmpty()) {
            return MappedText.unchanged(text);
        }
        MappedText out = new MappedText(text);
        Matcher shown = SHOWN.matcher(text);
        String fence = "";
        int at = 0;
        open.push(path);
        while (shown.find()) {
            String mark = shown.group("fence");
            if (mark != null) {
                fence = fence.isEmpty() ? mark : mark.startsWith(fence) ? "" : fence;
                continue;
            }
            boolean code = shown.group("code") != null;
            Imported named = imported.get(code ? shown.group("code") : shown.group("part"));
            if (!fence.isEmpty() || named == null || named.raw() != code) {
                continue;
            }
            line = open.size() == 1 ? MappedText.line(text, shown.start()) : line;
            String words = code ? code(named, path) : part(named, path);
            out.copy(at, shown.start());
            out.insert(words == null ? "" : words, shown.start());
            at = shown.end();
        }
        open.pop();
        out.copy(at, text.length());
        return out;
    }

    private static Map<String, Imported> imported(String text) {
        Map<String, Imported> imported = new HashMap<>();
        Matcher each = text.contains("import") ? IMPORT.matcher(text) : null;
        while (each != null && each.find()) {
            String file = each.group("file");
            boolean raw = each.group("raw") != null;
            if (raw || file.endsWith(".md") || file.endsWith(".mdx")) {
                imported.put(each.group(1), new Imported(file, raw));
            }
        }
        return imported;
    }

    private @Nullable String part(Imported named, String path) {
        IncludedFile.Text file = file(named, path);
        return file == null ? null : in(file.body(), file.path()).text().strip();
    }

    /** Returns the file as a string literal of a program. */
    private @Nullable String code(Imported named, String path) {
        IncludedFile.Text file = file(named, path);
        return file == null
                ? null
                : "{`"
                        + file.text()
                                .stripTrailing()
                                .replace("\\", "\\\\")
                                .replace("`", "\\`")
                                .replace("$", "\\$") + "`}";
    }

    private IncludedFile.@Nullable Text file(Imported named, String path) {
        String name = named.file();
        IncludedFile file = name.startsWith("@site/")
                ? files.resolve(root, name.substring("@site/".length()))
                : files.resolve(path.substring(0, Math.max(0, path.lastIndexOf('/'))), name);
        if (file instanceof IncludedFile.Refused refused) {
            problems.accept(line, refused.problem());
            return null;
        }
        IncludedFile.Text text = (IncludedFile.Text) file;
        left -= Math.max(MIN_COST, text.text().length());
        if (open.contains(text.path()) || left < 0) {
            problems.accept(
                    line,
                    left < 0
                            ? "the files that an article includes must not be larger in total than an article may be"
                            : "'" + name + "' must not include itself; it is left out");
            return null;
        }
        return text;
    }
}
