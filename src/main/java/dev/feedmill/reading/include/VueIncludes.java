package dev.feedmill.reading.include;

import dev.feedmill.template.MappedText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Inserts the files that VitePress and VuePress include: {@code <!-- @include: ./a.md -->}, {@code <<< @/a.js#part} and
 * {@code @[code](./a.js)} (vitepress.dev/guide/markdown).
 */
public final class VueIncludes {
    private static final Pattern TAKEN = Pattern.compile(
            "<!--\\s{0,9}@include:\\s{0,9}(?<include>[^\\n]{1,500}?)\\s{0,9}-->"
                    + "|^(?<prefix>(?:[ \\t>]|[-*+] |\\d{1,9}[.)] ){0,40})(?:<<<[ \\t]*(?<code>[^\\n]{1,500})"
                    + "|@\\[code(?<options>[^\\]\\n]{0,100})\\]\\((?<path>[^)\\n]{1,500})\\)[ \\t]*$)"
                    + "|^[ \\t>]*(?<fence>`{3,}|~{3,})",
            Pattern.MULTILINE);

    private static final Pattern CODE = Pattern.compile(
            "(?<file>.+?)(?<region>#[\\w-]+)?(?:\\s?\\{(?<lines>\\d+(?:[,-]\\d+)*)?\\s?(?<language>[^\\s}]+)?[^}]*\\})?"
                    + "(?:\\s?\\[(?<label>.+)\\])?");

    /** Minimum cost of a file, in characters; ends the recursion of a file that includes itself. */
    private static final int MIN_COST = 4096;

    private final IncludeResolver files;
    private final String root;
    private final BiConsumer<Integer, String> problems;
    private final Deque<String> open = new ArrayDeque<>();
    private long left;
    private int line;

    /**
     * Creates the includes of one article.
     *
     * @param root within the articles folder that {@code @} stands for
     * @param max limit of characters of all files together
     * @param problems receives problems, by lines of the article
     */
    public VueIncludes(IncludeResolver files, String root, long max, BiConsumer<Integer, String> problems) {
        this.files = files;
        this.root = root;
        this.left = max;
        this.problems = problems;
    }

    /** Returns whether a text may contain an include. */
    public static boolean mayHave(String text) {
        return text.contains("@include:") || text.contains("<<<") || text.contains("@[code");
    }

    /**
     * Rewrites a text with the files that it includes.
     *
     * @param path of the article
     */
    public MappedText in(String text, String path) {
        MappedText out = new MappedText(text);
        Matcher taken = TAKEN.matcher(text);
        String fence = "";
        int at = 0;
        open.push(path);
        while (taken.find()) {
            // Problems in an included file are reported at the line that includes it.
            line = open.size() == 1 ? MappedText.line(text, taken.start()) : line;
            String mark = taken.group("fence");
            if (mark != null) {
                fence = fence.isEmpty() ? mark : mark.startsWith(fence) ? "" : fence;
                continue;
            }
            String shown = shown(taken, folder(path), !fence.isEmpty());
            if (shown != null) {
                out.copy(at, taken.start());
                out.insert(shown, taken.start());
                at = taken.end();
            }
        }
        open.pop();
        out.copy(at, text.length());
        return out;
    }

    /** Returns the replacement; null if the text stays as written. */
    private @Nullable String shown(Matcher taken, String folder, boolean inCode) {
        String include = taken.group("include");
        if (include != null) {
            return include(include, folder, inCode);
        }
        if (inCode) {
            return null;
        }
        String code = taken.group("code");
        return code != null
                ? code(taken.group("prefix"), code.strip(), folder)
                : vuePressCode(taken.group("prefix"), taken.group("options"), taken.group("path"), folder);
    }

    private @Nullable String include(String written, String folder, boolean inCode) {
        FileReference reference = FileReference.of(written);
        IncludedFile file = file(reference.file(), folder);
        if (file instanceof IncludedFile.Refused refused) {
            if (!inCode) {
                problems.accept(line, refused.problem());
            }
            return null;
        }
        IncludedFile.Text text = (IncludedFile.Text) file;
        String whole = reference.isWhole() ? text.body() : part(reference, text);
        return whole == null || !spend(whole)
                ? null
                : in(whole, text.path()).text().stripTrailing();
    }

    private @Nullable String part(FileReference reference, IncludedFile.Text file) {
        List<String> part = reference.of(file.text().lines().toList());
        if (part == null) {
            problems.accept(line, "there is no '#" + reference.region() + "' in '" + reference.file() + "'");
            return null;
        }
        return String.join("\n", part);
    }

    private String code(String prefix, String written, String folder) {
        Matcher code = CODE.matcher(written);
        if (!code.matches()) {
            return "";
        }
        String region = code.group("region") == null ? "" : code.group("region").substring(1);
        FileReference reference = new FileReference(code.group("file").strip(), region, 1, Integer.MAX_VALUE);
        String language = code.group("language");
        String label = code.group("label");
        return fenced(prefix, reference, folder, language, label);
    }

    private String vuePressCode(String prefix, String options, String path, String folder) {
        Matcher range = Pattern.compile("\\{[^}]*\\}").matcher(options);
        String lines = range.find() ? range.group() : "";
        String language = options.replace(lines, "").strip().replaceFirst(":.*$", "");
        return fenced(prefix, FileReference.of(path + lines), folder, language.isEmpty() ? null : language, null);
    }

    private String fenced(
            String prefix, FileReference reference, String folder, @Nullable String language, @Nullable String label) {
        IncludedFile file = file(reference.file(), folder);
        if (file instanceof IncludedFile.Refused refused) {
            problems.accept(line, refused.problem());
            return prefix;
        }
        List<String> lines =
                reference.of(((IncludedFile.Text) file).text().lines().toList());
        if (lines == null) {
            problems.accept(line, "there is no '#" + reference.region() + "' in '" + reference.file() + "'");
            return prefix;
        }
        String code = reference.region().isEmpty() ? String.join("\n", lines) : Region.unindented(lines);
        if (!spend(code)) {
            return prefix;
        }
        String name = reference.file().substring(reference.file().lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        String info = (language != null ? language : dot < 0 ? "" : name.substring(dot + 1))
                + (" [" + (label == null ? name : label) + "]");
        String fence = fence(code);
        String behind = prefix.replaceAll("[^>\\t]", " ");
        return prefix + fence + info + "\n" + behind + code.replace("\n", "\n" + behind) + "\n" + behind + fence;
    }

    /** Returns a fence that the code does not close. */
    private static String fence(String code) {
        int longest = 2;
        int run = 0;
        for (int i = 0; i < code.length(); i++) {
            run = code.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return "`".repeat(longest + 1);
    }

    private IncludedFile file(String written, String folder) {
        boolean fromRoot = written.startsWith("@");
        IncludedFile file =
                fromRoot ? files.resolve(root, written.replaceFirst("^@/?", "")) : files.resolve(folder, written);
        return file instanceof IncludedFile.Text text && open.contains(text.path())
                ? new IncludedFile.Refused("'" + written + "' must not include itself; it is left out")
                : file;
    }

    private boolean spend(String text) {
        left -= Math.max(MIN_COST, text.length());
        if (left < 0) {
            problems.accept(
                    line, "the files that an article includes must not be larger in total than an article may be");
        }
        return left >= 0;
    }

    private static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
