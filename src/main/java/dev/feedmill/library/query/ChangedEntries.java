package dev.feedmill.library.query;

import dev.feedmill.library.change.Change;
import dev.feedmill.library.change.EntryChange;
import dev.feedmill.library.sql.Chunks;
import dev.feedmill.library.table.ArticleRow;
import dev.feedmill.library.table.ArticleRowMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Finds what the entries of a change are now. */
public final class ChangedEntries {
    private final Handle handle;

    public ChangedEntries(Handle handle) {
        this.handle = handle;
    }

    /**
     * The entries of a change, in its order.
     *
     * @param changed what the change says of them
     */
    public List<ChangedEntry> of(Change change, List<EntryChange> changed) {
        Map<Long, ArticleRow> rows = rows(changed);
        List<ChangedEntry> entries = new ArrayList<>();
        for (EntryChange each : changed) {
            ArticleRow row = rows.get(each.article());
            if (row != null) {
                entries.add(entry(row, each.kind(), change));
            }
        }
        return entries;
    }

    private ChangedEntry entry(ArticleRow row, EntryChange.Kind kind, Change change) {
        return new ChangedEntry(
                row.entry(), kind, row.isInFeeds(), row.isInFeeds() ? new HashSet<>(row.terms()) : change.terms());
    }

    private Map<Long, ArticleRow> rows(List<EntryChange> changed) {
        Map<Long, ArticleRow> rows = new HashMap<>();
        for (List<Long> some :
                Chunks.of(changed.stream().map(EntryChange::article).toList())) {
            handle.createQuery("SELECT " + ArticleRowMapper.ALL + " FROM article a WHERE a.number IN (<numbers>)")
                    .bindList("numbers", some)
                    .map((row, context) -> ArticleRowMapper.all(row))
                    .forEach(row -> rows.put(row.number(), row));
        }
        return rows;
    }
}
