package dev.feedmill.library.sql;

import dev.feedmill.article.CategoryPath;
import dev.feedmill.problem.Location;
import dev.feedmill.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Encodes lists in one column. Every item ends in U+001F, and every item of a list of lists in U+001E, which XML text
 * cannot contain; if a text does, U+FFFD replaces it.
 */
public final class ColumnCodec {
    private static final char UNIT = '\u001f';
    private static final char RECORD = '\u001e';

    private ColumnCodec() {}

    public static String texts(List<String> items) {
        StringBuilder out = new StringBuilder();
        for (String item : items) {
            out.append(item.replace(UNIT, '\ufffd').replace(RECORD, '\ufffd')).append(UNIT);
        }
        return out.toString();
    }

    public static List<String> texts(String packed) {
        return split(packed, UNIT);
    }

    public static String paths(List<CategoryPath> paths) {
        StringBuilder out = new StringBuilder();
        for (CategoryPath path : paths) {
            out.append(texts(path.names())).append(RECORD);
        }
        return out.toString();
    }

    public static List<CategoryPath> paths(String packed) {
        return split(packed, RECORD).stream()
                .map(path -> new CategoryPath(texts(path)))
                .toList();
    }

    public static String lists(List<List<String>> lists) {
        StringBuilder out = new StringBuilder();
        lists.forEach(list -> out.append(texts(list)).append(RECORD));
        return out.toString();
    }

    public static List<List<String>> lists(String packed) {
        return split(packed, RECORD).stream().map(ColumnCodec::texts).toList();
    }

    public static String numbers(Iterable<Long> numbers) {
        StringBuilder out = new StringBuilder();
        for (long number : numbers) {
            out.append(out.isEmpty() ? "" : " ").append(number);
        }
        return out.toString();
    }

    public static List<Long> numbers(String packed) {
        return packed.isEmpty()
                ? List.of()
                : List.of(packed.split(" ")).stream().map(Long::valueOf).toList();
    }

    public static String problems(List<Problem> problems) {
        StringBuilder out = new StringBuilder();
        for (Problem problem : problems) {
            String line = Integer.toString(problem.location().line());
            // PostgreSQL rejects NUL, and a message may quote any text.
            String message = problem.message().replace('\0', '\ufffd');
            out.append(texts(List.of(line, problem.kind().name(), message))).append(RECORD);
        }
        return out.toString();
    }

    public static List<Problem> problems(String path, String packed) {
        return split(packed, RECORD).stream()
                .map(ColumnCodec::texts)
                .map(p -> new Problem(
                        new Location(path, Integer.parseInt(p.get(0))), Problem.Kind.valueOf(p.get(1)), p.get(2)))
                .toList();
    }

    private static List<String> split(String packed, char end) {
        List<String> items = new ArrayList<>();
        int from = 0;
        for (int at = packed.indexOf(end); at >= 0; at = packed.indexOf(end, from)) {
            items.add(packed.substring(from, at));
            from = at + 1;
        }
        return List.copyOf(items);
    }
}
