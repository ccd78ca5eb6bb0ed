package dev.feedmill.library.table;

import dev.feedmill.library.sql.Chunks;
import dev.feedmill.library.sql.ColumnCodec;
import dev.feedmill.library.sql.Hashes;
import dev.feedmill.library.sql.NameFolding;
import dev.feedmill.problem.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The rows of {@code file} in one transaction; {@link #flush} writes changes. */
public final class FileTable {
    private static final String COLUMNS = "path, size, modified, changed, digest, outcome, article, problems";

    /** Length of the path prefix in the index. */
    private static final int INDEXED = 200;

    static final String BEGINNINGS = "SELECT path FROM file WHERE substr(path, 1, 200)";

    private final Handle handle;
    private final Map<String, FileRow> known = new HashMap<>();
    private final Map<String, FileRow> changed = new LinkedHashMap<>();
    private final Map<String, FileRow> deleted = new LinkedHashMap<>();

    public FileTable(Handle handle) {
        this.handle = handle;
    }

    /** All stamps by path, in no order. */
    public static Map<String, FileStamp> stamps(Handle handle) {
        Map<String, FileStamp> stamps = new HashMap<>();
        handle.createQuery("SELECT path, size, modified, changed FROM file")
                .map((row, context) ->
                        stamps.put(row.getString(1), new FileStamp(row.getLong(2), row.getLong(3), row.getLong(4))))
                .list();
        return stamps;
    }

    public static boolean knows(Handle handle, String path) {
        return handle.select("SELECT 1 FROM file WHERE id = ?", Hashes.hex(path))
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** Some of the paths, at most {@code limit}. */
    public static List<String> some(Handle handle, int limit) {
        return handle.createQuery("SELECT path FROM file LIMIT " + limit)
                .mapTo(String.class)
                .list();
    }

    /** Files that had these bytes when they were last read. */
    public static List<FileRow> withBytes(Handle handle, Collection<String> digests) {
        List<FileRow> found = new ArrayList<>();
        for (List<String> some : Chunks.of(digests)) {
            found.addAll(
                    handle.createQuery("SELECT " + COLUMNS + " FROM file WHERE digest IN (<digests>) ORDER BY path")
                            .bindList("digests", some)
                            .map((row, context) -> row(row))
                            .list());
        }
        return found;
    }

    /** Articles whose path another article has taken and that were not found elsewhere, as missing files. */
    public static List<FileRow> displaced(Handle handle) {
        return handle.createQuery("SELECT a.number, a.path, a.file_digest FROM article a WHERE a.removed_at IS NULL"
                        + " AND NOT EXISTS (SELECT 1 FROM file f WHERE f.article = a.number) ORDER BY a.path")
                .map((row, context) -> new FileRow(
                        row.getString(2),
                        FileStamp.UNKNOWN,
                        row.getString(3),
                        FileOutcome.HIDDEN,
                        row.getLong(1),
                        List.of()))
                .list();
    }

    /** Paths of files in this folder and below it. */
    public static List<String> pathsBelow(Handle handle, String folder) {
        String prefix = folder + "/";
        String start = NameFolding.cut(prefix, INDEXED);
        Query query = start.equals(prefix)
                // "/" sorts directly before "0", so this range is everything below the folder.
                ? handle.createQuery(BEGINNINGS + " >= :start AND substr(path, 1, 200) < :end")
                        .bind("end", folder + "0")
                : handle.createQuery(BEGINNINGS + " = :start");
        return query.bind("start", start)
                .mapTo(String.class)
                .filter(path -> path.startsWith(prefix))
                .list();
    }

    public void load(Collection<String> paths) {
        for (List<String> some : Chunks.of(paths)) {
            handle.createQuery("SELECT " + COLUMNS + " FROM file WHERE id IN (<ids>)")
                    .bindList("ids", some.stream().map(Hashes::hex).toList())
                    .map((row, context) -> row(row))
                    .list()
                    .forEach(row -> known.put(row.path(), row));
        }
    }

    /** The row as loaded or put; null if there is none. */
    @Nullable
    public FileRow get(String path) {
        return known.get(path);
    }

    public Collection<FileRow> all() {
        return known.values();
    }

    public void put(FileRow row) {
        known.put(row.path(), row);
        deleted.remove(row.path());
        changed.put(row.path(), row);
    }

    public void delete(FileRow row) {
        known.remove(row.path());
        changed.remove(row.path());
        deleted.put(row.path(), row);
    }

    /** Changes the outcome of a file whose article became public, or stopped being public, because of the time. */
    public void changeOutcome(String path, FileOutcome before, FileOutcome after) {
        handle.execute(
                "UPDATE file SET outcome = ? WHERE id = ? AND outcome = ?",
                after.name(),
                Hashes.hex(path),
                before.name());
    }

    /** Schedules files to be read again, since what they show may have changed. */
    public void readAgain(Collection<String> paths) {
        for (List<String> some : Chunks.of(paths)) {
            handle.createUpdate("UPDATE file SET size = :size, modified = :modified WHERE id IN (<ids>)")
                    .bind("size", FileStamp.UNKNOWN.size())
                    .bind("modified", FileStamp.UNKNOWN.modified())
                    .bindList("ids", some.stream().map(Hashes::hex).toList())
                    .execute();
        }
    }

    /** Schedules files with a problem of this kind to be read again, since they may now be read differently. */
    public void readAgain(Problem.Kind kind) {
        handle.execute(
                "UPDATE file SET size = ?, modified = ? WHERE problems <> '' AND problems LIKE ?",
                FileStamp.UNKNOWN.size(),
                FileStamp.UNKNOWN.modified(),
                "%" + kind.name() + "%");
    }

    public void flush() {
        if (!deleted.isEmpty()) {
            PreparedBatch batch = handle.prepareBatch("DELETE FROM file WHERE id = ?");
            deleted.keySet().forEach(path -> batch.add(Hashes.hex(path)));
            batch.execute();
        }
        if (changed.isEmpty()) {
            return;
        }
        PreparedBatch batch =
                handle.prepareBatch("INSERT INTO file (id, " + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (id) DO UPDATE SET size = excluded.size, modified = excluded.modified, changed = excluded.changed,"
                        + " digest = excluded.digest, outcome = excluded.outcome, article = excluded.article,"
                        + " problems = excluded.problems");
        changed.values()
                .forEach(row -> batch.bind(0, Hashes.hex(row.path()))
                        .bind(1, row.path())
                        .bind(2, row.stamp().size())
                        .bind(3, row.stamp().modified())
                        .bind(4, row.stamp().changed())
                        .bind(5, row.digest())
                        .bind(6, row.outcome().name())
                        .bind(7, row.article())
                        .bind(8, ColumnCodec.problems(row.problems()))
                        .add());
        batch.execute();
    }

    private static FileRow row(ResultSet row) throws SQLException {
        long article = row.getLong(7);
        boolean none = row.wasNull();
        String path = row.getString(1);
        return new FileRow(
                path,
                new FileStamp(row.getLong(2), row.getLong(3), row.getLong(4)),
                row.getString(5),
                FileOutcome.valueOf(row.getString(6)),
                none ? null : article,
                ColumnCodec.problems(path, row.getString(8)));
    }
}
