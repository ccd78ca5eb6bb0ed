package dev.feedmill.folder;

import dev.feedmill.problem.Location;
import dev.feedmill.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Texts in formats that are not read, in places where articles are: their authors may expect them to be served. */
final class UnsupportedTexts {
    private record Kind(String first, int files) {
        private Kind and(Kind other) {
            return new Kind(first.compareTo(other.first) <= 0 ? first : other.first, files + other.files);
        }
    }

    private final TreeMap<String, Kind> kinds = new TreeMap<>();

    void add(String path) {
        String ending = path.substring(path.lastIndexOf('.')).toLowerCase(Locale.ROOT);
        kinds.merge(ending, new Kind(path, 1), Kind::and);
    }

    /** One problem for all of them; empty if there are none. */
    List<Problem> problems() {
        if (kinds.isEmpty()) {
            return List.of();
        }
        String first =
                kinds.values().stream().map(Kind::first).sorted().findFirst().orElseThrow();
        String counts = kinds.entrySet().stream()
                .map(kind -> kind.getValue().files() + " " + kind.getKey())
                .collect(Collectors.joining(", "));
        return List.of(new Problem(
                Location.of(first),
                Problem.Kind.FORMAT,
                "articles must be Markdown or HTML; not read here: " + counts));
    }
}
