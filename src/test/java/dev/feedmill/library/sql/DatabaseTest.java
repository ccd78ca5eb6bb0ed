package dev.feedmill.library.sql;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feedmill.library.Databases;
import dev.feedmill.runtime.ClientGoneException;
import dev.feedmill.runtime.Deadline;
import dev.feedmill.runtime.DeadlineExceededException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Statements that go on and on end when nobody waits for them any more. */
class DatabaseTest {
    private static final String ENDLESS =
            "WITH RECURSIVE m(y) AS (SELECT 1 UNION ALL SELECT 1 FROM m)" + " SELECT y FROM m WHERE y > 1 LIMIT 1";

    @ParameterizedTest
    @EnumSource
    void a_statement_ends_when_the_client_has_left(Databases databases) throws Exception {
        ask(databases, Deadline.after(Duration.ofMinutes(1), () -> true), ClientGoneException.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_statement_ends_with_its_deadline(Databases databases) throws Exception {
        ask(databases, Deadline.after(Duration.ofMillis(150), () -> false), DeadlineExceededException.class);
    }

    private static void ask(Databases databases, Deadline deadline, Class<? extends Exception> fault) throws Exception {
        try (Database database = Database.open(databases.fresh())) {
            assertThatThrownBy(() -> database.within(
                            deadline,
                            () -> database.<Integer, RuntimeException>read(handle -> handle.createQuery(ENDLESS)
                                    .mapTo(Integer.class)
                                    .one())))
                    .isInstanceOf(fault);
            // The connection serves others as before.
            database.<Integer, RuntimeException>read(handle ->
                    handle.createQuery("SELECT 1").mapTo(Integer.class).one());
        }
    }
}
