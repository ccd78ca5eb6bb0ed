package dev.feedmill.reading.header;

import dev.feedmill.article.Visibility.Degree;
import dev.feedmill.dialect.rule.HoldRules;
import dev.feedmill.yaml.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds lines of front matter that may hold an article back, however they are indented, quoted or joined. Used if the
 * header's own parser cannot tell what its lines mean.
 */
public final class LenientHeaderScanner {
    /**
     * A key with its separator, including full-width colons. It must begin at the start of a word, so that no word is
     * scanned twice.
     */
    private static final Pattern KEY =
            Pattern.compile("(?<![\\p{L}\\p{N}_.-])[\\p{N}.-]*+([\\p{L}\\p{N}_.-]++)[\"']?+\\s*+[:=\uff1a\u2236]++");

    private static final Pattern COMMENT = Pattern.compile("(^|\\s)(#|//)");
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\p{Z}\\s]");
    private static final String BEGINNING = " >*{[(,.;-\"'";
    private static final String OPENING = "\"'[({";
    private static final String CLOSING = "\"'])},;.";

    private LenientHeaderScanner() {}

    /**
     * A line with a key that the rules know.
     *
     * @param key as it is written
     * @param line of the file
     * @param first whether the line begins with the key
     */
    public record Line(String key, String value, int line, boolean first) {}

    static List<Line> of(List<String> header, int firstLine) {
        List<Line> found = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            found.addAll(of(header.get(i), firstLine + i));
        }
        return found;
    }

    private static List<Line> of(String written, int number) {
        String seen = UNSEEN.matcher(written).replaceAll("");
        String line = withoutComment(WHITE_SPACE.matcher(seen).replaceAll(" "));
        int first = 0;
        while (first < line.length() && BEGINNING.indexOf(line.charAt(first)) >= 0) {
            first++;
        }
        List<Line> found = new ArrayList<>();
        Matcher key = KEY.matcher(line);
        boolean more = key.find();
        while (more) {
            String name = key.group(1);
            int start = key.start();
            int end = key.end();
            more = key.find();
            if (HoldRules.COMMON.knows(Mapping.plain(name))) {
                String value = more ? beforeComma(line.substring(end, key.start())) : line.substring(end);
                value = stripped(value);
                boolean word = !value.isEmpty() && value.indexOf(' ') < 0;
                if (start <= first || word || isSeparated(line, start)) {
                    found.add(new Line(name, value, number, start <= first));
                }
            }
        }
        return found;
    }

    /** Removes a comment, after {@code #} or {@code //}, outside quotes. */
    private static String withoutComment(String line) {
        Matcher comment = COMMENT.matcher(line);
        boolean whole = comment.reset(line.stripLeading()).lookingAt();
        int quote = Math.max(line.lastIndexOf('"'), line.lastIndexOf('\''));
        return whole ? "" : comment.reset(line).find(quote + 1) ? line.substring(0, comment.start()) : line;
    }

    private static String beforeComma(String value) {
        int comma = value.indexOf(',');
        return comma < 0 ? value : value.substring(0, comma);
    }

    /**
     * Returns whether a separator precedes a key; after words, it may be part of a title such as {@code My draft: a
     * story}.
     */
    private static boolean isSeparated(String line, int start) {
        int before = start - 1;
        while (before > 0 && " \"'".indexOf(line.charAt(before)) >= 0) {
            before--;
        }
        return ",;{[(".indexOf(line.charAt(before)) >= 0;
    }

    /** Returns whether a line holds an article back in every dialect. */
    static boolean holds(String line) {
        return of(line, 1).stream()
                .limit(1)
                .anyMatch(found -> found.first()
                        && HoldRules.COMMON.degree(Mapping.plain(found.key()), found.value()) != Degree.EVERYWHERE);
    }

    /** Strips white space, brackets and punctuation. */
    private static String stripped(String value) {
        int start = 0;
        int end = value.length();
        while (start < end && isOneOf(OPENING, value.charAt(start))) {
            start++;
        }
        while (end > start && isOneOf(CLOSING, value.charAt(end - 1))) {
            end--;
        }
        return value.substring(start, end);
    }

    private static boolean isOneOf(String signs, char c) {
        return Character.isWhitespace(c) || signs.indexOf(c) >= 0;
    }
}
