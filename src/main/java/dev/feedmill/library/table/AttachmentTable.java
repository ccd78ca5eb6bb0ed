package dev.feedmill.library.table;

import dev.feedmill.article.Attachment;
import dev.feedmill.article.Attachments;
import dev.feedmill.library.sql.Hashes;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Rows of {@code attachment}: files and pages that articles show, play or link to, or try to. */
public final class AttachmentTable {
    /** Replaces the stamp of a target that is not an attached file. */
    public static final String THERE = "there";

    private final Handle handle;
    private final Map<Long, Attachments> changed = new LinkedHashMap<>();
    private final Map<String, Former> former = new LinkedHashMap<>();

    private record Former(String digest, long article) {}

    public AttachmentTable(Handle handle) {
        this.handle = handle;
    }

    public void change(@Nullable ArticleRow before, ArticleRow after) {
        Attachments old = before == null ? Attachments.NONE : before.article().attachments();
        Attachments now = after.article().attachments();
        if (old.equals(now)) {
            return;
        }
        changed.put(after.number(), now);
        if (before != null && before.oncePublic()) {
            Set<String> kept =
                    now.files().stream().map(Attachment::path).collect(Collectors.toCollection(HashSet::new));
            old.files().stream()
                    .filter(file -> !kept.contains(file.path()))
                    .forEach(file -> former.put(Hashes.hex(file.path()), new Former(file.digest(), after.number())));
        }
    }

    public void flush() {
        if (changed.isEmpty()) {
            return;
        }
        try (PreparedBatch removed = handle.prepareBatch("DELETE FROM attachment WHERE article = ?");
                PreparedBatch inserted =
                        handle.prepareBatch("INSERT INTO attachment (path_hash, article, path, digest, stamp)"
                                + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
                PreparedBatch replaced = handle.prepareBatch(
                        "INSERT INTO former_attachment (path_hash, digest, article) VALUES (?, ?, ?)"
                                + " ON CONFLICT (path_hash) DO UPDATE SET digest = EXCLUDED.digest,"
                                + " article = EXCLUDED.article")) {
            changed.forEach((article, all) -> {
                removed.add(article);
                all.files()
                        .forEach(file -> inserted.add(
                                Hashes.hex(file.path()), article, file.path(), file.digest(), file.stamp()));
                all.linked().forEach(place -> inserted.add(Hashes.hex(place), article, place, "", THERE));
                all.missing().forEach(place -> inserted.add(Hashes.hex(place), article, place, "", ""));
            });
            former.forEach((path, file) -> replaced.add(path, file.digest(), file.article()));
            removed.execute();
            if (inserted.size() > 0) {
                inserted.execute();
            }
            if (replaced.size() > 0) {
                replaced.execute();
            }
        }
        changed.clear();
        former.clear();
    }

    /** Whether a public article has the file at a path as an attachment. */
    public static boolean isPublic(Handle handle, String path) {
        return handle.select(
                        "SELECT 1 FROM attachment f JOIN article a ON a.number = f.article"
                                + " WHERE f.path_hash = ? AND f.path = ? AND f.digest <> '' AND a.visible = 1 LIMIT 1",
                        Hashes.hex(path),
                        path)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** The current path of a file that a public article had at an old path, preferably in the same article. */
    public static Optional<String> moved(Handle handle, String path) {
        return handle.select(
                        "SELECT n.path FROM (SELECT digest, article FROM former_attachment WHERE path_hash = ?"
                                + " UNION ALL SELECT f.digest, f.article FROM attachment f"
                                + " JOIN article o ON o.number = f.article"
                                + " WHERE f.path_hash = ? AND f.digest <> '' AND o.once_public = 1) b"
                                + " JOIN attachment n ON n.digest = b.digest"
                                + " JOIN article a ON a.number = n.article WHERE a.visible = 1"
                                + " ORDER BY CASE WHEN n.article = b.article THEN 0 ELSE 1 END,"
                                + " a.published DESC, a.number DESC, n.path LIMIT 1",
                        Hashes.hex(path),
                        Hashes.hex(path))
                .mapTo(String.class)
                .findOne();
    }

    /**
     * Paths of articles that must be read again because an attachment was created, removed or written to; ignores
     * pages.
     *
     * @param isSame whether a path still has a stamp; an empty stamp means no file
     */
    public static List<String> outdated(Handle handle, BiPredicate<String, String> isSame) {
        try (var lines = handle
                .createQuery("SELECT f.path, f.stamp, a.path FROM attachment f"
                        + " JOIN article a ON a.number = f.article"
                        + " WHERE a.removed_at IS NULL AND f.path NOT LIKE '/%' ORDER BY a.number")
                .map((row, context) -> isSame.test(row.getString(1), row.getString(2)) ? "" : row.getString(3))
                .stream()) {
            return lines.filter(path -> !path.isEmpty()).distinct().toList();
        }
    }

    /** Paths of the articles that use, or refer to, a file at a path or a page at an address. */
    public static List<String> owners(Handle handle, String path) {
        return handle.select(
                        "SELECT a.path FROM attachment f JOIN article a ON a.number = f.article"
                                + " WHERE f.path_hash = ? AND f.path = ? AND a.removed_at IS NULL",
                        Hashes.hex(path),
                        path)
                .mapTo(String.class)
                .list();
    }
}
