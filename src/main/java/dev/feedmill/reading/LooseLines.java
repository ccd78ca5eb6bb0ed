package dev.feedmill.reading;

import dev.feedmill.article.Visibility.Degree;
import dev.feedmill.dialect.HoldRules;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines of front matter that may hold an article back, however they are indented, quoted or joined: asked where the language of
 * the header cannot say what its lines mean.
 */
final class LooseLines {
    /** Colons of Chinese and Japanese keyboards too; what stands behind a number sign is a remark. */
    private static final Pattern LINE =
            Pattern.compile("[\\s>*{\\[(,.;-]*[\"']?([\\p{L}_][\\p{L}\\p{N}_.-]*)[\"']?\\s*[:=\uff1a\u2236]+\\s*(.*)");

    private static final Pattern REMARK = Pattern.compile("(^|\\s)(#|//).*$");
    private static final Pattern AROUND = Pattern.compile("^[\\s\"'\\[({]+|[\\s\"'\\])},;.]+$");

    private LooseLines() {}

    /**
     * A line with a key that rules know.
     *
     * @param key as it is written
     * @param line of the file
     */
    record Line(String key, String value, int line) {}

    static List<Line> of(List<String> header, int firstLine) {
        List<Line> found = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            Matcher line = LINE.matcher(header.get(i));
            if (line.matches() && HoldRules.COMMON.knows(HoldRules.plain(line.group(1)))) {
                String value = REMARK.matcher(line.group(2)).replaceFirst("");
                found.add(new Line(line.group(1), AROUND.matcher(value).replaceAll(""), firstLine + i));
            }
        }
        return found;
    }

    /** Whether a line holds an article back in every dialect. */
    static boolean holds(String line) {
        return of(List.of(line), 1).stream()
                .anyMatch(found ->
                        HoldRules.COMMON.degree(HoldRules.plain(found.key()), found.value()) != Degree.EVERYWHERE);
    }
}
