package dev.feedmill.library.sql;

import com.zaxxer.hikari.HikariConfig;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.runtime.NativeCode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.SQLiteOpenMode;

/** SQLite in one file: readers see the last commit while the only writer works (write-ahead log). */
public record Sqlite(String url) implements SqlDialect {
    private static final Logger LOG = LoggerFactory.getLogger(Sqlite.class);
    private static final int READERS = 4;

    /** Virtual machine instructions between two checks of the clock: some tenths of a millisecond. */
    private static final int STEPS = 2_000;

    // Primary result codes: the lowest eight bits of extended ones.
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int NOMEM = 7;
    private static final int READONLY = 8;
    private static final int IOERR = 10;
    private static final int FULL = 13;
    private static final int CANTOPEN = 14;

    @Override
    public Map<String, String> words() {
        return Map.of(
                "text",
                "TEXT",
                "number",
                "INTEGER",
                "counted",
                "INTEGER PRIMARY KEY AUTOINCREMENT",
                "clustered",
                "WITHOUT ROWID");
    }

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public HikariConfig pool(boolean writes) {
        NativeCode.load("org.sqlite.tmpdir", Sqlite::load);
        SQLiteConfig settings = new SQLiteConfig();
        settings.setJournalMode(SQLiteConfig.JournalMode.WAL);
        settings.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        // A setting would overrule the URL.
        if (!url.contains("busy_timeout=")) {
            settings.setBusyTimeout(20_000);
        }
        settings.setCacheSize(writes ? -32_000 : -4_000);
        // A transaction that begins with a read could not be upgraded while another process writes.
        settings.setTransactionMode(
                writes ? SQLiteConfig.TransactionMode.IMMEDIATE : SQLiteConfig.TransactionMode.DEFERRED);
        if (!writes) {
            // SQLite must not create an empty file in place of one that was moved away.
            settings.resetOpenMode(SQLiteOpenMode.CREATE);
        }
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
    public void lock(Handle handle, Duration maxIdle) {
        // BEGIN IMMEDIATE has taken the lock.
    }

    @Override
    public void beginNote(Handle handle, Duration maxIdle) {
        // BEGIN IMMEDIATE waits for others, and no longer than the busy timeout.
    }

    @Override
    public boolean tryLock(Handle handle) {
        return true;
    }

    @Override
    public Connection connect(Duration timeout) {
        throw new UnsupportedOperationException("one server uses the file, and knows what it wrote");
    }

    @Override
    public void beginRead(Handle handle, Deadline deadline) {
        // A transaction of SQLite sees one state, and the connections of readers write nothing.
        if (deadline == Deadline.NEVER) {
            return;
        }
        handler(handle, new ProgressHandler() {
            @Override
            protected int progress() {
                return deadline.isOver() ? 1 : 0;
            }
        });
        handle.addCleanable(() -> handler(handle, null));
    }

    private static void handler(Handle handle, @Nullable ProgressHandler handler) {
        try {
            Connection connection = handle.getConnection().unwrap(SQLiteConnection.class);
            if (handler == null) {
                ProgressHandler.clearHandler(connection);
            } else {
                ProgressHandler.setHandler(connection, STEPS, handler);
            }
        } catch (SQLException e) {
            throw new LibraryException("the time of a question cannot be limited", e);
        }
    }

    @Override
    public boolean isStopped(SQLException fault) {
        return fault.getErrorCode() == SQLiteErrorCode.SQLITE_INTERRUPT.code;
    }

    @Override
    public String millis() {
        return "CAST(unixepoch('subsec') * 1000 AS INTEGER)";
    }

    @Override
    public @Nullable Trouble trouble(SQLException fault) {
        if (fault instanceof SQLTransientConnectionException) {
            return Trouble.BUSY;
        }
        int primary = fault instanceof SQLiteException sqlite ? sqlite.getResultCode().code & 0xff : 0;
        return switch (primary) {
            case BUSY, LOCKED -> Trouble.LOCKED;
            case NOMEM -> Trouble.MEMORY;
            case READONLY -> Trouble.READ_ONLY;
            case IOERR, CANTOPEN -> Trouble.DISK_FAILS;
            case FULL -> Trouble.DISK_FULL;
            default -> null;
        };
    }

    @Override
    public @Nullable Path file() {
        String name = address().replaceFirst("\\?.*", "");
        return name.isEmpty() || name.startsWith(":") || name.startsWith("file:") ? null : Path.of(name);
    }

    @Override
    public boolean isElsewhere() {
        return false;
    }

    @Override
    public void probe() {
        throw new UnsupportedOperationException("the file is open already; its user reports what is wrong");
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
