package dev.feedmill.reading.include;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A reference to a file or a part of it: {@code ./a.md#part{3,10}}.
 *
 * @param file as it is written, without region and lines
 * @param region empty for the whole file
 * @param from first line, counted from 1
 * @param to last line
 */
record FileReference(String file, String region, int from, int to) {
    private static final Pattern RANGE = Pattern.compile("\\{(\\d{0,6})\\s?[,-]\\s?(\\d{0,6})\\}$");
    private static final Pattern REGION = Pattern.compile("#([^\\s#{}]+)$");

    static FileReference of(String written) {
        String rest = written.strip();
        Matcher range = RANGE.matcher(rest);
        boolean ranged = range.find();
        int from = ranged ? number(range.group(1), 1) : 1;
        int to = ranged ? number(range.group(2), Integer.MAX_VALUE) : Integer.MAX_VALUE;
        rest = ranged ? rest.substring(0, range.start()).strip() : rest;
        Matcher region = REGION.matcher(rest);
        return region.find()
                ? new FileReference(rest.substring(0, region.start()).strip(), region.group(1), from, to)
                : new FileReference(rest, "", from, to);
    }

    boolean isWhole() {
        return region.isEmpty() && from == 1 && to == Integer.MAX_VALUE;
    }

    /** Returns the referenced part of a text; null if it has no such region. */
    @Nullable
    List<String> of(List<String> lines) {
        List<String> part = lines;
        if (!region.isEmpty()) {
            List<String> marked = Region.of(lines, region);
            part = marked == null ? Region.section(lines, region) : marked;
        }
        return part == null ? null : part.subList(Math.min(from - 1, part.size()), Math.min(to, part.size()));
    }

    private static int number(String digits, int otherwise) {
        return digits.isEmpty() ? otherwise : Math.max(1, Integer.parseInt(digits));
    }
}
