package dev.feedmill.library;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Connections: many that read, each transaction one state of the library, and one that writes. Thread-safe. */
final class Database implements AutoCloseable {
    private final Dialect dialect;
    private final HikariDataSource writePool;
    private final HikariDataSource readPool;
    private final Jdbi writes;
    private final Jdbi reads;

    private Database(Dialect dialect, HikariDataSource writePool, HikariDataSource readPool) {
        this.dialect = dialect;
        this.writePool = writePool;
        this.readPool = readPool;
        this.writes = Jdbi.create(writePool);
        this.reads = Jdbi.create(readPool);
    }

    static Database open(String where) {
        Dialect dialect = dialect(where);
        HikariDataSource writePool = pool(dialect, true);
        try {
            Jdbi.create(writePool).useTransaction(handle -> new Migrations(dialect).run(handle));
            return new Database(dialect, writePool, pool(dialect, false));
        } catch (JdbiException e) {
            writePool.close();
            throw new LibraryException("cannot use the library at " + dialect.address() + ": " + reason(e), e);
        } catch (LibraryException e) {
            writePool.close();
            throw e;
        }
    }

    <T, X extends Exception> T read(HandleCallback<T, X> work) throws X {
        return reads.inTransaction(work);
    }

    <T, X extends Exception> T write(HandleCallback<T, X> work) throws X {
        return writes.inTransaction(handle -> {
            dialect.lock(handle);
            return work.withHandle(handle);
        });
    }

    /** The words of articles in one transaction. */
    TextIndex texts(Handle handle) {
        return dialect.texts(handle);
    }

    @Override
    public void close() {
        readPool.close();
        writePool.close();
    }

    private static Dialect dialect(String where) {
        if (where.startsWith("jdbc:postgresql:")) {
            return new Postgres(where);
        }
        if (where.startsWith("jdbc:sqlite:")) {
            return new Sqlite(where);
        }
        if (where.startsWith("jdbc:")) {
            throw new LibraryException(
                    "the data URL must begin with jdbc:postgresql: or jdbc:sqlite:, not '" + scheme(where) + "'");
        }
        return new Sqlite("jdbc:sqlite:" + folder(where).resolve("feedmill.db"));
    }

    private static String scheme(String url) {
        int colon = url.indexOf(':', "jdbc:".length());
        return colon < 0 ? url : url.substring(0, colon + 1);
    }

    private static Path folder(String where) {
        try {
            Path folder = Files.createDirectories(Path.of(where));
            if (!Files.isWritable(folder)) {
                throw new LibraryException("the data folder " + folder + " must be writable");
            }
            return folder;
        } catch (InvalidPathException | IOException e) {
            throw new LibraryException("the data folder '" + where + "' cannot be made: " + reason(e), e);
        }
    }

    private static HikariDataSource pool(Dialect dialect, boolean writes) {
        HikariConfig config = dialect.pool(writes);
        config.setPoolName(writes ? "library-writer" : "library-readers");
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw new LibraryException("cannot use the library at " + dialect.address() + ": " + reason(e), e);
        }
    }

    /** The innermost cause says it plainest. */
    private static String reason(Throwable fault) {
        Throwable inner = fault;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        String message = inner.getMessage();
        String text = message == null ? "" : message.lines().findFirst().orElse("");
        return text.isEmpty() ? inner.getClass().getSimpleName() : text;
    }
}
