package dev.feedmill.library;

import com.zaxxer.hikari.HikariConfig;
import dev.feedmill.scratch.NativeCode;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteJDBCLoader;

/** SQLite in one file: readers see the last commit while the one writer works (write-ahead log). */
record Sqlite(String url) implements Dialect {
    private static final Logger LOG = LoggerFactory.getLogger(Sqlite.class);
    private static final int READERS = 4;

    @Override
    public Map<String, String> words() {
        return Map.of("text", "TEXT", "number", "INTEGER", "clustered", "WITHOUT ROWID");
    }

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public TextIndex texts(Handle handle) {
        return new SqliteTexts(handle);
    }

    @Override
    public HikariConfig pool(boolean writes) {
        NativeCode.load("org.sqlite.tmpdir", Sqlite::load);
        SQLiteConfig settings = new SQLiteConfig();
        settings.setJournalMode(SQLiteConfig.JournalMode.WAL);
        settings.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        settings.setBusyTimeout(20_000);
        settings.setCacheSize(writes ? -32_000 : -4_000);
        // A transaction that begins by reading could not be turned into a writing one while another process writes.
        settings.setTransactionMode(
                writes ? SQLiteConfig.TransactionMode.IMMEDIATE : SQLiteConfig.TransactionMode.DEFERRED);
        SQLiteDataSource source = new SQLiteDataSource(settings);
        source.setUrl(url);
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(writes ? 1 : READERS);
        config.setMinimumIdle(1);
        if (!writes) {
            config.setConnectionInitSql("PRAGMA query_only = ON");
        }
        return config;
    }

    @Override
    public void lock(Handle handle) {
        // BEGIN IMMEDIATE took the lock.
    }

    @Override
    public String address() {
        return url.substring("jdbc:sqlite:".length());
    }

    private static void load() {
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception e) {
            LOG.debug("the first connection tries again and tells why it failed", e);
        }
    }
}
