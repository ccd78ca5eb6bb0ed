package dev.feedmill.library.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The number of the library's last transaction, asked for in one round trip over a connection of its own. For one
 * thread.
 */
public final class LastTransaction implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LastTransaction.class);
    private static final String QUESTION = "SELECT value FROM meta WHERE name = '" + Meta.GENERATION + "'";

    private final SqlDialect dialect;
    private final Duration timeout;
    private @Nullable Connection connection;

    LastTransaction(SqlDialect dialect, Duration timeout) {
        this.dialect = dialect;
        this.timeout = timeout;
    }

    /**
     * The number; all that was committed before the call counts.
     *
     * @throws LibraryUnavailableException if the database does not answer in time; the next call connects again
     */
    public long number() {
        try {
            Connection open = connection;
            if (open == null) {
                open = dialect.connect(timeout);
                connection = open;
            }
            try (Statement statement = open.createStatement();
                    ResultSet row = statement.executeQuery(QUESTION)) {
                return row.next() ? Long.parseLong(row.getString(1)) : 0;
            }
        } catch (SQLException e) {
            close();
            throw new LibraryUnavailableException(Trouble.AWAY.message(), e);
        }
    }

    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.debug("the connection was broken already", e);
            }
        }
    }
}
