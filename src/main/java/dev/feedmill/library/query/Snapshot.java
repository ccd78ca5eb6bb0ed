package dev.feedmill.library.query;

import dev.feedmill.library.sql.ColumnCodec;
import dev.feedmill.library.table.AliasTable;
import dev.feedmill.library.table.FileOutcome;
import dev.feedmill.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Counts of files by outcome, and their problems, from one state of the library.
 *
 * @param skipped paths of files that cannot be served
 */
public record Snapshot(long served, long hidden, Set<String> skipped, List<Problem> problems) {
    public static Snapshot of(Handle handle) {
        Map<FileOutcome, Long> counts = new EnumMap<>(FileOutcome.class);
        handle.createQuery("SELECT outcome, count(*) FROM file WHERE outcome <> 'SKIPPED' GROUP BY outcome")
                .map((row, context) -> counts.put(FileOutcome.valueOf(row.getString(1)), row.getLong(2)))
                .list();
        Set<String> skipped = handle.createQuery("SELECT path FROM file WHERE outcome = 'SKIPPED'")
                .mapTo(String.class)
                .set();
        List<Problem> problems = new ArrayList<>();
        handle.createQuery("SELECT path, problems FROM file WHERE problems <> ''")
                .map((row, context) -> problems.addAll(ColumnCodec.problems(row.getString(1), row.getString(2))))
                .list();
        problems.addAll(AliasTable.conflicts(handle));
        problems.addAll(UndatedArticles.problems(handle));
        problems.sort(Comparator.comparing((Problem p) -> p.location().file())
                .thenComparing(p -> p.location().line())
                .thenComparing(Problem::message));
        return new Snapshot(
                counts.getOrDefault(FileOutcome.SERVED, 0L),
                counts.getOrDefault(FileOutcome.HIDDEN, 0L),
                skipped,
                problems);
    }

    public long files() {
        return served + hidden + skipped.size();
    }
}
