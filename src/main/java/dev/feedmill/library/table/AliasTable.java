package dev.feedmill.library.table;

import dev.feedmill.article.AliasPath;
import dev.feedmill.library.sql.Hashes;
import dev.feedmill.problem.Location;
import dev.feedmill.problem.Problem;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.Resolution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Rows of {@code alias}: earlier addresses that articles declare. */
public final class AliasTable {
    private static final String NEWEST_FIRST = " ORDER BY a.published DESC, a.number DESC";

    private final Handle handle;
    private final Map<Long, List<String>> changed = new LinkedHashMap<>();

    public AliasTable(Handle handle) {
        this.handle = handle;
    }

    public void change(@Nullable ArticleRow before, ArticleRow after) {
        List<String> old = before == null ? List.of() : before.article().aliases();
        if (!old.equals(after.article().aliases())) {
            changed.put(after.number(), after.article().aliases());
        }
    }

    public void flush() {
        if (changed.isEmpty()) {
            return;
        }
        try (PreparedBatch gone = handle.prepareBatch("DELETE FROM alias WHERE article = ?");
                PreparedBatch come =
                        handle.prepareBatch("INSERT INTO alias (path_hash, article, path) VALUES (?, ?, ?)")) {
            changed.forEach((article, paths) -> {
                gone.add(article);
                paths.forEach(path -> come.add(Hashes.hex(path), article, path));
            });
            gone.execute();
            if (come.size() > 0) {
                come.execute();
            }
        }
        changed.clear();
    }

    /** The newest public article with this alias; if there is none, a removed one as {@link Resolution.Gone}. */
    public static Resolution<Entry> find(Handle handle, String path) {
        String alias = AliasPath.of(path);
        if (alias.isEmpty()) {
            return new Resolution.Unknown<>();
        }
        return handle.select(
                        "SELECT " + ArticleRowMapper.HEAD + " FROM alias l JOIN article a ON a.number = l.article"
                                + " WHERE l.path_hash = ? AND (a.visible = 1 OR (a.removed_at IS NOT NULL AND a.once_public = 1))"
                                + " ORDER BY a.visible DESC, a.published DESC, a.number DESC LIMIT 1",
                        Hashes.hex(alias))
                .map((row, context) -> ArticleRowMapper.head(row))
                .findOne()
                .<Resolution<Entry>>map(
                        row -> row.removed() ? new Resolution.Gone<>(row.entry()) : new Resolution.Moved<>(row.entry()))
                .orElseGet(Resolution.Unknown::new);
    }

    /** A problem for each public article whose alias a newer article declares too. */
    public static List<Problem> conflicts(Handle handle) {
        Map<String, String> winners = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        handle.createQuery("SELECT l.path_hash, l.path, a.path FROM alias l JOIN article a ON a.number = l.article"
                        + " WHERE a.visible = 1 AND l.path_hash IN"
                        + " (SELECT path_hash FROM alias GROUP BY path_hash HAVING count(*) > 1)" + NEWEST_FIRST)
                .map((row, context) -> {
                    String winner = winners.putIfAbsent(row.getString(1), row.getString(3));
                    if (winner != null) {
                        problems.add(new Problem(
                                Location.of(row.getString(3)),
                                Problem.Kind.URL,
                                "an alias must be the article's own; '" + row.getString(2) + "' leads to " + winner
                                        + ", which is newer"));
                    }
                    return row.getString(1);
                })
                .list();
        return problems;
    }
}
