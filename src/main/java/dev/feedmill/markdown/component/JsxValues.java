package dev.feedmill.markdown.component;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Attribute values in braces that are known texts: literals, and required or imported files. */
final class JsxValues {
    private static final Pattern IMPORT = Pattern.compile(
            "import\\s{1,9}([\\w$]{1,80})\\s{1,9}from\\s{1,9}[\"']((?:\\.{1,2}/|@site/)[^\"'<>\\s]{1,500})[\"']");
    private static final Pattern VALUE = Pattern.compile("=\\s{0,9}\\{\\s{0,9}(?:"
            + "(?:require\\(|useBaseUrl\\(|withBase\\()?\\s{0,9}[\"'`]([^\"'`{}<>\\n]{0,1000})[\"'`]\\s{0,9}\\)?(?:\\.default)?"
            + "|([\\w$]{1,80})(?:\\.src)?)\\s{0,9}\\}");

    private final Map<String, String> imported = new HashMap<>();

    /** Records the imports of a line of a program. */
    void read(String line) {
        Matcher found = IMPORT.matcher(line);
        if (found.lookingAt()) {
            imported.putIfAbsent(found.group(1), found.group(2));
        }
    }

    /** Returns the text with quotes in place of braces around known values. */
    String plain(String text) {
        if (!text.contains("{")) {
            return text;
        }
        return VALUE.matcher(text).replaceAll(found -> {
            String value = found.group(1) == null ? imported.get(found.group(2)) : found.group(1);
            return Matcher.quoteReplacement(value == null ? found.group() : "=\"" + value + '"');
        });
    }
}
