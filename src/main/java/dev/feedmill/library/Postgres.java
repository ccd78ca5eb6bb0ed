package dev.feedmill.library;

import com.zaxxer.hikari.HikariConfig;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** PostgreSQL by its JDBC URL, which may carry user and password. */
record Postgres(String url) implements Dialect {
    private static final int READERS = 8;

    @Override
    public Map<String, String> words() {
        return Map.of("text", "TEXT COLLATE \"C\"", "number", "BIGINT", "clustered", "");
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public TextIndex texts(Handle handle) {
        return new PostgresTexts(handle);
    }

    @Override
    public HikariConfig pool(boolean writes) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(writes ? 1 : READERS);
        config.setMinimumIdle(1);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "feedmill");
        if (!writes) {
            config.setReadOnly(true);
            // A page and the time of its last change are two questions to one state.
            config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        }
        return config;
    }

    @Override
    public void lock(Handle handle) {
        handle.execute("SELECT pg_advisory_xact_lock(7095827314061)");
    }

    @Override
    public String address() {
        return url.replaceAll("\\?.*", "").replaceAll("//[^/@]*@", "//");
    }

    /** Without the password that the URL may carry. */
    @Override
    public String toString() {
        return address();
    }
}
