package dev.feedmill.library.change;

import dev.feedmill.library.sql.Meta;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of the change log. */
public final class ChangeTable {
    /** More changes than there can be while a document is rendered. */
    private static final int MANY = 10_000;

    /** Stands in place of terms. */
    private static final String ANYTHING = "*";

    private final Handle handle;

    public ChangeTable(Handle handle) {
        this.handle = handle;
    }

    /**
     * Writes the effect of the current transaction; nothing if clients can see none.
     *
     * @param number of the transaction
     * @param now seconds since the epoch
     */
    public void write(long number, long now, Effect effect) {
        if (effect.terms().isEmpty()) {
            return;
        }
        handle.execute(
                "INSERT INTO change_log (number, changed_at, terms) VALUES (?, ?, ?)",
                number,
                now,
                effect.unknown()
                        ? ANYTHING
                        : effect.terms().stream().sorted().map(String::valueOf).collect(Collectors.joining(",")));
        PreparedBatch entries =
                handle.prepareBatch("INSERT INTO change_entry (change, article, kind) VALUES (?, ?, ?)");
        effect.entries()
                .forEach(entry ->
                        entries.add(number, entry.article(), entry.kind().name()));
        if (entries.size() > 0) {
            entries.execute();
        }
    }

    /** Deletes the changes from before a time, seconds since the epoch. */
    public void clean(long before) {
        Optional<Long> last = handle.createQuery("SELECT max(number) FROM change_log WHERE changed_at < :before")
                .bind("before", before)
                .mapTo(Long.class)
                .findOne();
        last.ifPresent(number -> {
            handle.execute("DELETE FROM change_entry WHERE change <= ?", number);
            handle.execute("DELETE FROM change_log WHERE number <= ?", number);
            Meta.put(handle, Meta.CHANGES_DELETED, number.toString());
        });
    }

    /** The number of the last transaction. */
    long last() {
        return Meta.generation(handle);
    }

    /**
     * The changes after one, oldest first.
     *
     * @param number of a change that the caller knows; the first result is a change of unknown extent if the log no
     *     longer has the one after it
     */
    List<Change> after(long number, int limit) {
        long deleted =
                Meta.get(handle, Meta.CHANGES_DELETED).map(Long::parseLong).orElse(0L);
        return number < deleted
                ? List.of(Change.ofAnything(deleted))
                : handle.createQuery("SELECT number, terms FROM change_log WHERE number > :number"
                                + " ORDER BY number LIMIT :limit")
                        .bind("number", number)
                        .bind("limit", limit)
                        .map((row, context) -> change(row.getLong(1), row.getString(2)))
                        .list();
    }

    /** Whether no change after a transaction concerns any of these terms. */
    public boolean isLatestOf(Set<Long> terms, long number) {
        return after(number, MANY).stream()
                .noneMatch(change -> change.unknown() || !Collections.disjoint(change.terms(), terms));
    }

    /** Whether nothing changed after a transaction. */
    public boolean isLatest(long number) {
        return handle.select("SELECT 1 FROM change_log WHERE number > ? LIMIT 1", number)
                .mapTo(Integer.class)
                .findOne()
                .isEmpty();
    }

    /** When a change was made; empty if the log no longer has it. */
    Optional<Instant> time(long number) {
        return handle.select("SELECT changed_at FROM change_log WHERE number = ?", number)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochSecond);
    }

    /** The changed entries of one change. */
    public List<EntryChange> entries(long number) {
        return handle.createQuery("SELECT article, kind FROM change_entry WHERE change = :number ORDER BY article")
                .bind("number", number)
                .map((row, context) -> new EntryChange(row.getLong(1), EntryChange.Kind.valueOf(row.getString(2))))
                .list();
    }

    /** The place of a consumer; empty if it has none. */
    Optional<Long> position(String consumer) {
        return handle.select("SELECT number FROM change_position WHERE consumer = ?", consumer)
                .mapTo(Long.class)
                .findOne();
    }

    /** Stores the place of a consumer. */
    void put(String consumer, long number) {
        handle.execute(
                "INSERT INTO change_position (consumer, number) VALUES (?, ?) ON CONFLICT (consumer)"
                        + " DO UPDATE SET number = excluded.number",
                consumer,
                number);
    }

    private static Change change(long number, String terms) {
        return terms.equals(ANYTHING) ? Change.ofAnything(number) : new Change(number, unpacked(terms), false);
    }

    private static Set<Long> unpacked(String terms) {
        return Arrays.stream(terms.split(",")).map(Long::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
