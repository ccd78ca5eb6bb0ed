package dev.feedmill.library;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Empty databases for tests: SQLite in a new folder, or a database of a PostgreSQL server that runs until the end of the
 * tests; behind PgBouncer with {@code -Dtests.pgbouncer=true}.
 */
public enum Databases {
    SQLITE {
        @Override
        public String fresh() {
            try {
                return Files.createTempDirectory("feedmill-test").toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    POSTGRES {
        @Override
        public String fresh() {
            return Server.fresh();
        }
    };

    /** The address of a new, empty library. */
    public abstract String fresh();

    /** The address of a new, empty database of PostgreSQL, with nothing in between. */
    static String direct() {
        return Server.direct();
    }

    /** The path of the database file, for inspection. */
    public static Path file(String folder) {
        return Path.of(folder, "feedmill.db");
    }

    private static final class Server {
        private static final EmbeddedPostgres POSTGRES = start();
        private static final AtomicInteger NUMBER = new AtomicInteger();
        private static final @Nullable PgBouncer BOUNCER = Boolean.getBoolean("tests.pgbouncer") ? bouncer() : null;

        static String fresh() {
            String url = direct();
            return BOUNCER == null ? url : BOUNCER.through(url);
        }

        static String direct() {
            String name = "test" + NUMBER.incrementAndGet();
            try (Connection connection = POSTGRES.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return POSTGRES.getJdbcUrl("postgres", name);
        }

        private static PgBouncer bouncer() {
            try {
                PgBouncer bouncer =
                        new PgBouncer(Files.createTempDirectory("pgbouncer"), POSTGRES.getJdbcUrl("postgres", "x"), 4);
                Runtime.getRuntime().addShutdownHook(new Thread(bouncer::close));
                return bouncer;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
