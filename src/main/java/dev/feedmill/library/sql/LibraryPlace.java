package dev.feedmill.library.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where a library is: a folder for an SQLite file, or a JDBC URL; and the connections to it. */
public final class LibraryPlace {
    private static final String FILE = "feedmill.db";

    private LibraryPlace() {}

    /** Whether opening would create no new file. */
    public static boolean hasFile(String where) {
        return where.startsWith("jdbc:") || Files.exists(Path.of(where).resolve(FILE));
    }

    /** Fails if opening would create a new file. */
    public static void requireFile(String where) {
        if (!hasFile(where)) {
            throw new LibraryException("there is no library in the folder " + where + "; name its place with --data");
        }
    }

    /**
     * The database at a place.
     *
     * @param where a folder, or a JDBC URL
     */
    static SqlDialect dialect(String where) {
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
        return new Sqlite("jdbc:sqlite:" + folder(where).resolve(FILE));
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

    /** The connections of readers, or the only one of the writer. */
    static HikariDataSource pool(SqlDialect dialect, boolean writes) {
        HikariConfig config = dialect.pool(writes);
        config.setPoolName(writes ? "library-writer" : "library-readers");
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw new LibraryException("cannot use the library at " + dialect.address() + ": " + reason(e), e);
        }
    }

    /** The message of the innermost cause, which is the plainest. */
    static String reason(Throwable fault) {
        Throwable inner = fault;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        String message = inner.getMessage();
        String text = message == null ? "" : message.lines().findFirst().orElse("");
        return text.isEmpty() ? inner.getClass().getSimpleName() : text;
    }
}
