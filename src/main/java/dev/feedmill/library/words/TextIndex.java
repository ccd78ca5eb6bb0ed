package dev.feedmill.library.words;

import dev.feedmill.library.sql.Database;
import dev.feedmill.library.sql.Postgres;
import dev.feedmill.search.TextQuery;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The full-text index of public articles in one transaction; implemented for each database. */
public sealed interface TextIndex permits SqliteTextIndex, PostgresTextIndex {
    /** The index of a database. */
    static TextIndex of(Database database, Handle handle) {
        return database.dialect() instanceof Postgres ? new PostgresTextIndex(handle) : new SqliteTextIndex(handle);
    }

    /** Adds articles that are not in the index. */
    void add(List<IndexedText> texts);

    void remove(Collection<Long> articles);

    void clear();

    /** Prepares the transaction for a search; call it first. */
    void prepare();

    /** Number of matches, counted up to {@code max}. */
    long count(TextQuery query, long max);

    /** Whether matches arrive newest first, so that a few of many are found soon. */
    boolean streams();

    /** The SQL fragments of a query. */
    TextSql sql(TextQuery query);
}
