package dev.feedmill.library.words;

import dev.feedmill.library.sql.Database;
import dev.feedmill.library.sql.Postgres;
import dev.feedmill.search.TextQuery;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The words of public articles in one transaction; each database has its own way to keep them. */
public sealed interface TextIndex permits SqliteTexts, PostgresTexts {
    /** That of a database, in one transaction. */
    static TextIndex of(Database database, Handle handle) {
        return database.dialect() instanceof Postgres ? new PostgresTexts(handle) : new SqliteTexts(handle);
    }

    /** Articles that are not in it. */
    void add(List<IndexedText> wordings);

    void remove(Collection<Long> articles);

    void clear();

    /** To be called before words are asked for in this transaction. */
    void prepare();

    /** How many match, counted no further than this. */
    long count(TextQuery query, long most);

    /** Whether matches come the newest first, so that a few of many are found soon. */
    boolean streams();

    /** The parts of statements that ask for the query. */
    TextSql sql(TextQuery query);
}
