package dev.feedmill.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feedmill.runtime.ClientGoneException;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.runtime.DeadlineExceededException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries behind a PgBouncer that lends its sessions for one transaction: what is set must end with it. */
class PgBouncerTest {
    private static final String STATE =
            "SELECT name, setting FROM pg_settings WHERE name IN ('default_transaction_isolation',"
                    + " 'default_transaction_read_only', 'statement_timeout', 'idle_in_transaction_session_timeout')"
                    + " UNION ALL SELECT name, statement FROM pg_prepared_statements"
                    + " UNION ALL SELECT 'lock', objid::text FROM pg_locks WHERE locktype = 'advisory' ORDER BY 1";

    private final MutableClock clock = new MutableClock("2024-06-01T00:00:00Z");

    @TempDir
    private Path temp;

    private PgBouncer bouncer;
    private String url;

    @BeforeEach
    void start() throws IOException {
        String direct = Databases.direct();
        bouncer = new PgBouncer(temp, direct, 1);
        url = bouncer.through(direct);
    }

    @AfterEach
    void stop() {
        if (bouncer != null) {
            bouncer.close();
        }
    }

    @Test
    void a_session_is_left_as_it_was() throws Exception {
        List<String> before = state();
        assertThat(before).hasSize(4);
        try (Library library = Library.open(url, clock)) {
            // More often than the driver waits before it prepares a statement.
            for (int i = 0; i < 10; i++) {
                LibraryTest.store(library, Draft.of("a.md"));
                LibraryTest.all(library);
                within(library, Duration.ofMinutes(1), false, () -> LibraryTest.all(library));
            }
            assertThat(state()).isEqualTo(before);
        }
    }

    @Test
    void two_libraries_share_the_sessions() {
        String other = bouncer.through(Databases.direct());
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> readBesideWriter(url)),
                        CompletableFuture.runAsync(() -> readBesideWriter(other)))
                .join();
    }

    @Test
    void a_statement_ends_with_its_deadline_and_when_the_client_has_left() {
        try (Library library = Library.open(url, clock)) {
            assertThatThrownBy(() -> within(library, Duration.ofMillis(150), false, () -> sleep(library)))
                    .isInstanceOf(DeadlineExceededException.class);
            assertThatThrownBy(() -> within(library, Duration.ofMinutes(1), true, () -> sleep(library)))
                    .isInstanceOf(ClientGoneException.class);
            assertThat(LibraryTest.all(library).entries()).isEmpty();
        }
    }

    private static void within(Library library, Duration time, boolean hasLeft, Runnable work) {
        library.database().within(Deadline.after(time, () -> hasLeft), () -> {
            work.run();
            return true;
        });
    }

    private static void sleep(Library library) {
        library.database()
                .<Integer, RuntimeException>read(handle -> handle.createQuery("SELECT 1 FROM pg_sleep(100)")
                        .mapTo(Integer.class)
                        .one());
    }

    private static void readBesideWriter(String where) {
        try {
            new ReadersBesideWriterTest().readBesideWriter(where);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the only session holds. */
    private List<String> state() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url + "&prepareThreshold=0");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(STATE)) {
            List<String> state = new ArrayList<>();
            while (result.next()) {
                state.add(result.getString(1) + " = " + result.getString(2));
            }
            return state;
        }
    }
}
