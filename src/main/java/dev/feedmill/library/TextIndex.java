package dev.feedmill.library;

import dev.feedmill.search.TextQuery;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** The words of public articles in one transaction; each database has its own way to keep them. */
sealed interface TextIndex permits SqliteTexts, PostgresTexts {
    /** Articles that are not in it. */
    void add(List<Wording> wordings);

    void remove(Collection<Long> articles);

    void clear();

    /** Ends the statements of this transaction that take longer, with an error that {@link #isTooSlow} knows. */
    void limit(Duration patience);

    /** Whether an error says that a statement took too long. */
    boolean isTooSlow(SQLException error);

    /** How many match, counted no further than this. */
    long count(TextQuery query, long most);

    /** Whether matches come the newest first, so that a few of many are found soon. */
    boolean streams();

    /** The parts of statements that ask for the query. */
    TextSql sql(TextQuery query);
}
