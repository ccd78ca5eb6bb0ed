package dev.feedmill.library.sql;

import com.zaxxer.hikari.HikariConfig;
import dev.feedmill.runtime.Deadline;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The few ways in which the two databases differ. */
sealed interface Dialect permits Sqlite, Postgres {
    /** What the {@code ${…}} of the migrations stand for. */
    Map<String, String> words();

    /** What the scripts are called that the databases do not share. */
    String name();

    /** How to reach the database; {@code writes} for the only connection that changes it. */
    HikariConfig pool(boolean writes);

    /** Keeps every other process from writing until the transaction ends. */
    void lock(Handle handle);

    /** What time it is by the database's own clock, in milliseconds since the epoch. */
    String millis();

    /** Ends the statements of this transaction that go on after the deadline, with a fault that {@link #isStopped} knows. */
    void limit(Handle handle, Deadline deadline);

    /** Whether a fault says that a statement was ended by its deadline. */
    boolean isStopped(SQLException fault);

    /** What kind of trouble a fault is that passes or that the operator must end; null where it is another. */
    @Nullable
    Trouble trouble(SQLException fault);

    /** The file that the library is in; null where it is in none that could be looked at. */
    @Nullable
    Path file();

    /** Whether the database is a server of its own, which may go away. */
    boolean isElsewhere();

    /** Asks whether the database is there, over a connection of its own and for a second at most. */
    void probe() throws SQLException;

    /** The address for people, without a password. */
    String address();
}
