package dev.feedmill.library;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Files that are gone from the folder: each may turn up under another path, once. */
final class Vanished {
    private final SortedMap<String, FileRow> rows = new TreeMap<>();
    private final Map<String, Deque<FileRow>> byDigest = new HashMap<>();

    Vanished(Collection<FileRow> rows) {
        rows.forEach(row -> this.rows.put(row.path(), row));
        this.rows.values().stream()
                .filter(row -> row.article() != null && !row.digest().isEmpty())
                .forEach(row -> byDigest.computeIfAbsent(row.digest(), d -> new ArrayDeque<>())
                        .add(row));
    }

    static Vanished none() {
        return new Vanished(List.of());
    }

    /** The first by path that had these bytes, for the file that has them now. */
    @Nullable
    FileRow claim(String digest) {
        Deque<FileRow> same = byDigest.getOrDefault(digest, new ArrayDeque<>());
        for (FileRow row = same.poll(); row != null; row = same.poll()) {
            if (rows.remove(row.path()) != null) {
                return row;
            }
        }
        return null;
    }

    /** The one at this path, for a file that names its id. */
    @Nullable
    FileRow claimPath(String path) {
        return rows.remove(path);
    }

    boolean has(String path) {
        return rows.containsKey(path);
    }

    /** What nobody claimed. */
    Collection<FileRow> rest() {
        return List.copyOf(rows.values());
    }
}
