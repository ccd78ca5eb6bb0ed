package dev.feedmill.library.sql;

import com.zaxxer.hikari.HikariConfig;
import dev.feedmill.runtime.Deadline;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** PostgreSQL by its JDBC URL, which may contain user and password. */
public record Postgres(String url) implements SqlDialect {
    private static final int READERS = 8;

    /** Milliseconds that a small write transaction waits for others. */
    private static final int MAX_LOCK_WAIT = 1_000;

    /** Key of the advisory lock that the only writer holds. */
    private static final long WRITERS = 7095827314061L;

    /** Milliseconds; a request that misses the cache gets its error within two seconds if the database is away. */
    private static final long CONNECTION_TIMEOUT = 1_000;

    private static final long VALIDATION_TIMEOUT = 500;

    /** Seconds. */
    private static final String CONNECT_TIMEOUT = "1";

    /** Seconds without a byte from the database, for dead connections that no probe detects. */
    private static final String SOCKET_TIMEOUT = "300";

    /** The query for a page and the one for its last change must see the same state. */
    private static final String ONE_STATE = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY";

    /** A Feedmill server that is suspended in a transaction must not block others. */
    private static final String IDLE_LIMIT = "SET LOCAL idle_in_transaction_session_timeout = '60s'";

    private static final String TIME_LIMIT = "SELECT set_config('statement_timeout', ?, true)";

    /** SQLSTATE of a cancelled statement (PostgreSQL, appendix A). */
    private static final String CANCELLED = "57014";

    private static final List<String> AWAY = List.of("08", "57P01", "57P02", "57P03", "57P05", "53300");

    @Override
    public Map<String, String> words() {
        return Map.of(
                "text",
                "TEXT COLLATE \"C\"",
                "number",
                "BIGINT",
                "counted",
                "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
                "clustered",
                "");
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public HikariConfig pool(boolean writes) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(new PostgresConnections(
                url,
                Map.of(
                        "connectTimeout", CONNECT_TIMEOUT,
                        "socketTimeout", SOCKET_TIMEOUT,
                        "tcpKeepAlive", "true",
                        "reWriteBatchedInserts", "true",
                        "ApplicationName", "feedmill")));
        config.setMaximumPoolSize(writes ? 1 : READERS);
        config.setMinimumIdle(1);
        config.setValidationTimeout(VALIDATION_TIMEOUT);
        if (!writes) {
            config.setConnectionTimeout(CONNECTION_TIMEOUT);
        }
        return config;
    }

    @Override
    public void lock(Handle handle, Duration maxIdle) {
        handle.execute("SET LOCAL idle_in_transaction_session_timeout = " + maxIdle.toMillis()
                + "; SELECT pg_advisory_xact_lock(" + WRITERS + ")");
    }

    @Override
    public void beginNote(Handle handle, Duration maxIdle) {
        handle.execute("SET LOCAL idle_in_transaction_session_timeout = " + maxIdle.toMillis()
                + "; SET LOCAL lock_timeout = " + MAX_LOCK_WAIT);
    }

    @Override
    public boolean tryLock(Handle handle) {
        return handle.createQuery("SELECT pg_try_advisory_xact_lock(" + WRITERS + ")")
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public Connection connect(Duration timeout) throws SQLException {
        String seconds = Long.toString(timeout.plusMillis(999).toSeconds());
        Properties properties = new Properties();
        properties.put("connectTimeout", CONNECT_TIMEOUT);
        properties.put("loginTimeout", seconds);
        properties.put("socketTimeout", seconds);
        properties.put("tcpKeepAlive", "true");
        properties.put("ApplicationName", "feedmill");
        // A statement that is prepared would belong to one of the connections behind a pool.
        properties.put("preferQueryMode", "simple");
        return DriverManager.getConnection(url, properties);
    }

    @Override
    public void beginRead(Handle handle, Deadline deadline) {
        // One round trip; all of it ends with the transaction, as the session may not be ours alone (PgBouncer).
        if (deadline == Deadline.NEVER) {
            handle.execute(ONE_STATE + "; " + IDLE_LIMIT);
            return;
        }
        // Rounded up to a full millisecond; zero would mean no limit.
        String limit = String.valueOf(deadline.left().toMillis() + 1);
        handle.execute(ONE_STATE + "; " + IDLE_LIMIT + "; " + TIME_LIMIT, limit);
        CancelWatch.begin(handle, deadline);
    }

    @Override
    public boolean isStopped(SQLException fault) {
        return CANCELLED.equals(fault.getSQLState());
    }

    @Override
    public String millis() {
        return "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)";
    }

    @Override
    public @Nullable Trouble trouble(SQLException fault) {
        if (fault instanceof SQLTransientConnectionException) {
            return fault.getCause() == null ? Trouble.BUSY : Trouble.AWAY;
        }
        String state = Objects.requireNonNullElse(fault.getSQLState(), "");
        if (AWAY.stream().anyMatch(state::startsWith)) {
            return Trouble.AWAY;
        }
        return switch (state) {
            case "53100" -> Trouble.DISK_FULL;
            case "53200" -> Trouble.MEMORY;
            case "25006" -> Trouble.READ_ONLY;
            case "40001", "40P01", "55P03" -> Trouble.LOCKED;
            case "58030" -> Trouble.DISK_FAILS;
            default -> null;
        };
    }

    @Override
    public @Nullable Path file() {
        return null;
    }

    @Override
    public boolean isElsewhere() {
        return true;
    }

    @Override
    public void probe() throws SQLException {
        Properties properties = new Properties();
        List.of("connectTimeout", "loginTimeout", "socketTimeout")
                .forEach(limit -> properties.put(limit, CONNECT_TIMEOUT));
        try (Connection connection = DriverManager.getConnection(url, properties);
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        }
    }

    @Override
    public String address() {
        return url.replaceAll("\\?.*", "").replaceAll("//[^/@]*@", "//");
    }

    /** Omits the password that the URL may contain. */
    @Override
    public String toString() {
        return address();
    }
}
