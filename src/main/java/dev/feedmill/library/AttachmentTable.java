package dev.feedmill.library;

import dev.feedmill.article.Attachments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The lines of {@code attachment}: which articles show, play or link to which files of the folder, or wish to. */
final class AttachmentTable {
    private final Handle handle;
    private final Map<Long, Attachments> changed = new LinkedHashMap<>();

    AttachmentTable(Handle handle) {
        this.handle = handle;
    }

    void change(@Nullable ArticleRow before, ArticleRow after) {
        Attachments old = before == null ? Attachments.NONE : before.article().attachments();
        if (!old.equals(after.article().attachments())) {
            changed.put(after.number(), after.article().attachments());
        }
    }

    void flush() {
        if (changed.isEmpty()) {
            return;
        }
        try (PreparedBatch gone = handle.prepareBatch("DELETE FROM attachment WHERE article = ?");
                PreparedBatch come = handle.prepareBatch("INSERT INTO attachment (path_hash, article, path, found)"
                        + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            changed.forEach((article, files) -> {
                gone.add(article);
                files.found().forEach(path -> come.add(Hashes.hex(path), article, path, 1));
                files.missing().forEach(path -> come.add(Hashes.hex(path), article, path, 0));
            });
            gone.execute();
            if (come.size() > 0) {
                come.execute();
            }
        }
        changed.clear();
    }

    /** Whether a public article has the file at a path. */
    static boolean isPublic(Handle handle, String path) {
        return handle.select(
                        "SELECT 1 FROM attachment f JOIN article a ON a.number = f.article"
                                + " WHERE f.path_hash = ? AND f.path = ? AND f.found = 1 AND a.visible = 1 LIMIT 1",
                        Hashes.hex(path),
                        path)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /**
     * Paths of the articles that are to be read again, since a file of theirs came or went; addresses of pages are not looked at.
     *
     * @param isThere whether there is a file at a path
     */
    static List<String> outdated(Handle handle, Predicate<String> isThere) {
        Map<String, Boolean> there = new LinkedHashMap<>();
        try (var lines = handle
                .createQuery(
                        "SELECT f.path, f.found, a.path FROM attachment f"
                                + " JOIN article a ON a.number = f.article WHERE a.removed_at IS NULL AND f.path NOT LIKE '/%' ORDER BY a.number")
                .map((row, context) -> {
                    boolean found = row.getInt(2) == 1;
                    boolean now = there.computeIfAbsent(row.getString(1), isThere::test);
                    return found == now ? "" : row.getString(3);
                })
                .stream()) {
            return lines.filter(path -> !path.isEmpty()).distinct().toList();
        }
    }

    /** Paths of the articles that have, or wish for, a file at a path or a page at an address. */
    static List<String> owners(Handle handle, String path) {
        return handle.select(
                        "SELECT a.path FROM attachment f JOIN article a ON a.number = f.article"
                                + " WHERE f.path_hash = ? AND f.path = ? AND a.removed_at IS NULL",
                        Hashes.hex(path),
                        path)
                .mapTo(String.class)
                .list();
    }
}
