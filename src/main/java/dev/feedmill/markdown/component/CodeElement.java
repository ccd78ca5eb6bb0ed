package dev.feedmill.markdown.component;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A component with code, {@code <CodeBlock language="js">}, as a fenced block (docusaurus.io/docs/markdown-features).
 *
 * @param fenced Markdown; empty if the code is known only at run time
 * @param end offset after it
 */
record CodeElement(String fenced, int end) {
    private static final String NAME = "CodeBlock";

    /** Returns the code element of a tag; null for another tag. */
    static @Nullable CodeElement at(String source, JsxTag tag) {
        String close = "</" + NAME + ">";
        int end = tag.name().equals(NAME) && !tag.closes() && !tag.isEmpty() ? source.indexOf(close, tag.end()) : -1;
        if (end < 0) {
            return null;
        }
        String code = code(source.substring(tag.end(), end));
        if (code == null) {
            return new CodeElement("", end + close.length());
        }
        String title = tag.first("title");
        String caption = title.isEmpty() ? "" : " title=\"" + title.replace("\"", "\\\"") + "\"";
        String fence = fence(code);
        return new CodeElement(
                fence + tag.first("language") + caption + "\n" + code + "\n" + fence, end + close.length());
    }

    /** Returns the code of {@code {`code`}} or of text; null for a computed value. */
    private static @Nullable String code(String inside) {
        String held = inside.strip();
        if (!held.startsWith("{") || !held.endsWith("}")) {
            return unindented(inside);
        }
        String value = held.substring(1, held.length() - 1).strip();
        boolean text = value.length() > 1
                && "`\"'".indexOf(value.charAt(0)) >= 0
                && value.charAt(value.length() - 1) == value.charAt(0);
        return text
                ? value.substring(1, value.length() - 1)
                        .replace("\\`", "`")
                        .replace("\\$", "$")
                        .replace("\\\\", "\\")
                        .replaceFirst("^\\n", "")
                        .stripTrailing()
                : null;
    }

    private static String unindented(String inside) {
        List<String> lines = inside.lines().toList();
        int min = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        return lines.stream()
                .map(line -> line.length() < min ? "" : line.substring(min))
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private static String fence(String code) {
        int longest = 2;
        int run = 0;
        for (int i = 0; i < code.length(); i++) {
            run = code.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return "`".repeat(longest + 1);
    }
}
