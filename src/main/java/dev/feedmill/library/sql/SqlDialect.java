package dev.feedmill.library.sql;

import com.zaxxer.hikari.HikariConfig;
import dev.feedmill.runtime.Deadline;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The differences between the two databases. */
sealed interface SqlDialect permits Sqlite, Postgres {
    /** Values of the placeholders {@code ${…}} in migration scripts. */
    Map<String, String> words();

    /** Name of the scripts that are specific to this database. */
    String name();

    /** Configuration of the connection pool; {@code writes} for the writer's only connection. */
    HikariConfig pool(boolean writes);

    /**
     * Prevents all other processes from writing until the transaction ends.
     *
     * @param maxIdle after which a transaction in which nothing happens is ended by the database
     */
    void lock(Handle handle, Duration maxIdle);

    /**
     * Has a small write transaction fail where it must wait for others, and end where nothing happens in it.
     *
     * @param maxIdle after which the database ends it
     */
    void beginNote(Handle handle, Duration maxIdle);

    /** Does as {@link #lock} if it need not wait; returns whether it did. */
    boolean tryLock(Handle handle);

    /**
     * A connection beside the pools, for single statements.
     *
     * @param timeout without a byte from the database, rounded up to seconds
     */
    Connection connect(Duration timeout) throws SQLException;

    /** SQL expression of the database clock, in milliseconds since the epoch. */
    String millis();

    /**
     * Makes a new transaction see one state and write nothing, and ends its statements at the deadline, with an error
     * that {@link #isStopped} recognizes.
     */
    void beginRead(Handle handle, Deadline deadline);

    /** Whether an error says that a statement was ended at its deadline. */
    boolean isStopped(SQLException fault);

    /** The kind of trouble, if an error is temporary or the operator must remove its cause; null for other errors. */
    @Nullable
    Trouble trouble(SQLException fault);

    /** The file of the library; null if there is none that can be inspected. */
    @Nullable
    Path file();

    /** Whether the database is a separate server, which may become unavailable. */
    boolean isElsewhere();

    /** Checks that the database responds, over a connection of its own, within a second. */
    void probe() throws SQLException;

    /** The database address for messages, without a password. */
    String address();
}
