package dev.feedmill.library.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feedmill.console.ChildOutput;
import dev.feedmill.library.Databases;
import dev.feedmill.library.Draft;
import dev.feedmill.library.Folder;
import dev.feedmill.library.Library;
import dev.feedmill.library.LibraryRules;
import dev.feedmill.library.LibraryTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A library belongs to one running server. */
class LeaseTest {
    private static final Duration SHORT = Duration.ofMillis(600);
    private static final Duration LONG = Duration.ofHours(1);
    private static final LeaseHolder HERE = LeaseHolder.ofThisProcess("127.0.0.1:8080");

    private final Clock clock = Clock.systemUTC();
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @ParameterizedTest
    @EnumSource
    void a_second_server_is_refused_with_the_name_of_the_holder(Databases database) {
        String where = database.fresh();
        try (Library first = open(HERE, SHORT, where)) {
            assertThatThrownBy(() -> open(HERE, SHORT, where))
                    .isInstanceOf(LibraryException.class)
                    .hasMessageContaining(
                            " belongs to process " + ProcessHandle.current().pid() + " on " + HERE.host())
                    .hasMessageContaining("127.0.0.1:8080")
                    .hasMessageMatching(".* runs since \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ; .*");
            LibraryTest.store(first, Draft.of("a.md"));
            assertThat(LibraryTest.all(first).entries()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_library_that_was_closed_is_free_at_once(Databases database) {
        String where = database.fresh();
        open(HERE, LONG, where).close();
        open(HERE, LONG, where).close();
    }

    @ParameterizedTest
    @EnumSource
    void the_successor_of_a_killed_process_need_not_wait_for_its_lease_to_end(Databases database) throws Exception {
        String where = database.fresh();
        Process process = start(where, LONG);
        process.destroyForcibly().waitFor();

        try (Library library = open(HERE, LONG, where)) {
            LibraryTest.store(library, Draft.of("b.md"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_server_on_another_machine_that_is_not_heard_of_loses_the_library(Databases database) {
        String where = database.fresh();
        LeaseHolder elsewhere = new LeaseHolder("elsewhere", 1, "another boot", "10.0.0.1:80");
        Database silent = Database.open(where, elsewhere, SHORT);
        try (Library library = open(HERE, SHORT, where)) {
            LibraryTest.store(library, Draft.of("b.md"));
        } finally {
            silent.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_server_that_lost_the_library_writes_nothing_more_and_names_the_new_holder(Databases database) {
        String where = database.fresh();
        Database paused = Database.open(where, HERE, SHORT);
        LeaseHolder other = new LeaseHolder("elsewhere", 7, "another boot", "10.0.0.1:80");
        try (Library library = open(other, SHORT, where)) {
            LibraryTest.store(library, Draft.of("a.md"));
            assertThatThrownBy(() -> paused.write(handle -> handle.execute("DELETE FROM article")))
                    .isInstanceOf(LeaseLostException.class)
                    .hasMessageContaining("process 7 on elsewhere, which serves 10.0.0.1:80");
            assertThat(LibraryTest.all(library).entries()).hasSize(1);
        } finally {
            paused.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_stopped_process_that_goes_on_after_another_took_over_ends_by_itself(Databases database) throws Exception {
        String where = database.fresh();
        Process process = start(where, LONG);
        signal("STOP", process);
        try (Library library = open(HERE, SHORT, where)) {
            long before = LibraryTest.all(library).entries().get(0).updated().getEpochSecond();
            process.outputWriter().append("go on\n").close();
            signal("CONT", process);
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            String last = "";
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                last = line;
            }
            assertThat(last)
                    .contains("was taken over by process "
                            + ProcessHandle.current().pid() + " ");
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(LibraryTest.all(library).entries())
                    .singleElement()
                    .satisfies(entry ->
                            assertThat(entry.updated().getEpochSecond()).isEqualTo(before));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_server_with_nothing_to_write_notices_the_loss_too(Databases database) {
        String where = database.fresh();
        try (Library library = open(HERE, SHORT, where);
                Database any = Database.open(where)) {
            any.write(handle -> handle.execute("UPDATE lease SET holder = 'other', host = 'elsewhere'"));
            Folder.await("loss", () -> library.lost().toCompletableFuture().isDone());
            assertThat(library.lost()).isCompletedWithValueMatching(reason -> reason.contains(" on elsewhere, "));
        }
    }

    /** Only in SQLite does a stalled transaction keep others waiting; PostgreSQL ends it. */
    @Test
    void a_process_that_holds_a_transaction_open_is_named() throws Exception {
        String file = Databases.file(Databases.SQLITE.fresh()).toString();
        String impatient = "jdbc:sqlite:" + file + "?busy_timeout=200";
        try (Library library = open(HERE, LONG, impatient);
                Connection still = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = still.createStatement()) {
            assertThat(library.lost().toCompletableFuture()).isNotDone();
            statement.execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> open(HERE, LONG, impatient))
                    .isInstanceOf(LibraryException.class)
                    .hasMessageContaining(
                            " belongs to process " + ProcessHandle.current().pid());
            statement.execute("ROLLBACK");
        }
    }

    @Test
    void a_refused_server_changes_nothing() {
        String where = Databases.SQLITE.fresh();
        try (Library first = open(HERE, SHORT, where)) {
            assertThatThrownBy(() -> open(HERE, SHORT, where)).isInstanceOf(LibraryException.class);
            assertThat(first.lost().toCompletableFuture()).isNotDone();
        }
    }

    private Library open(LeaseHolder holder, Duration time, String where) {
        return Library.openFor(holder, time, where, clock, LibraryRules.defaults());
    }

    /** Another process that holds the library, and writes to it once more on a signal. */
    private Process start(String where, Duration time) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Server.class.getName(),
                        where,
                        time.toString()))
                .redirectError(ChildOutput.redirect())
                .start();
        started.add(process);
        assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("stored");
        return process;
    }

    private static void signal(String name, Process process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    /** What the other process does. */
    static final class Server {
        private Server() {}

        public static void main(String[] args) throws IOException {
            Library library = Library.openFor(
                    LeaseHolder.ofThisProcess("127.0.0.1:1"),
                    Duration.parse(args[1]),
                    args[0],
                    Clock.systemUTC(),
                    LibraryRules.defaults());
            library.lost().thenAccept(System.out::println);
            try {
                LibraryTest.store(library, Draft.of("a.md"));
                System.out.println("stored");
                System.in.read();
                LibraryTest.store(library, Draft.of("a.md").title("Another"));
            } catch (LeaseLostException e) {
                library.close();
            }
        }
    }
}
