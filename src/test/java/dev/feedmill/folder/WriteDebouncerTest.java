package dev.feedmill.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.folder.watch.FileEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a file is read after an event; the test sets the time itself. */
class WriteDebouncerTest {
    private static final long MILLI = 1_000_000;

    private final WriteDebouncer debouncer =
            new WriteDebouncer(new FollowRules(Duration.ofHours(1), Duration.ofMillis(300), Duration.ofSeconds(30), 1));

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("a.md"), "text");
    }

    @Test
    void a_closed_file_is_read_at_once() {
        debouncer.touch(file, FileEvent.COMPLETE, 0);
        assertWait(5);
    }

    @Test
    void a_new_file_waits_until_no_others_arrive_with_it() {
        debouncer.touch(file, FileEvent.COMPLETE, 0, true);
        assertWait(300);
        debouncer.touch(file, FileEvent.COMPLETE, 0, true);
        debouncer.touch(file.resolveSibling("other"), FileEvent.COMPLETE, 200 * MILLI);
        assertThat(settled(205 * MILLI)).doesNotContain(file);
        assertThat(settled(499 * MILLI)).isEmpty();
        assertThat(settled(500 * MILLI)).containsExactly(file);
    }

    @Test
    void a_new_file_is_read_at_last_in_a_folder_that_is_never_quiet() {
        debouncer.touch(file, FileEvent.COMPLETE, 0, true);
        for (long i = 1; i < 30; i++) {
            debouncer.touch(file.resolveSibling("log"), FileEvent.OPEN, i * 100 * MILLI);
            assertThat(settled(i * 100 * MILLI)).isEmpty();
        }
        assertThat(settled(3_000 * MILLI)).containsExactly(file);
    }

    @Test
    void a_file_that_its_writer_holds_open_waits_for_its_close() {
        debouncer.touch(file, FileEvent.OPEN, 0);
        assertWait(30_000);
        assertThat(debouncer.isOpen(file, 1_000 * MILLI)).isTrue();
        debouncer.touch(file, FileEvent.COMPLETE, 1_000 * MILLI);
        assertThat(debouncer.isOpen(file, 1_000 * MILLI)).isFalse();
        assertThat(settled(1_005 * MILLI)).containsExactly(file);
    }

    @Test
    void a_file_that_is_written_to_all_the_time_is_read_nonetheless() {
        long second = 1_000 * MILLI;
        for (int i = 0; i < 300; i++) {
            debouncer.touch(file, FileEvent.OPEN, i * second);
            assertThat(settled(i * second + 999 * MILLI)).isEmpty();
        }
        debouncer.touch(file, FileEvent.OPEN, 300 * second);
        assertThat(settled(300 * second + 300 * MILLI)).containsExactly(file);
    }

    @ParameterizedTest
    @EnumSource
    void an_empty_file_is_given_time_to_be_filled(FileEvent event) throws IOException {
        Files.writeString(file, "");
        debouncer.touch(file, event, 0);
        assertWait(event == FileEvent.MADE || event == FileEvent.OPEN ? 30_000 : 300);
    }

    @Test
    void a_link_is_read_after_the_settle_time() {
        debouncer.touch(file, FileEvent.MADE, 0);
        assertWait(300);
    }

    @Test
    void a_change_of_the_time_alone_is_not_taken_for_a_write() {
        debouncer.touch(file, FileEvent.OPEN, 0);
        debouncer.touch(file, FileEvent.TOUCHED, 0);
        assertWait(30_000);
        debouncer.touch(file, FileEvent.COMPLETE, 0);
        debouncer.touch(file, FileEvent.TOUCHED, 0);
        assertWait(5);
    }

    @Test
    void a_removed_file_is_given_time_to_return() {
        debouncer.touch(file, FileEvent.COMPLETE, 0);
        debouncer.touch(file, FileEvent.UNCLEAR, 0);
        assertWait(300);
    }

    @Test
    void a_missing_file_waits_until_the_folder_is_quiet() throws IOException {
        Files.delete(file);
        debouncer.touch(file, FileEvent.UNCLEAR, 0);
        debouncer.touch(folder.resolve("b.md"), FileEvent.UNCLEAR, 200 * MILLI);
        assertThat(debouncer.due(499 * MILLI)).matches(WriteDebouncer.Due::isEmpty);
        assertThat(debouncer.untilNext(0, Long.MAX_VALUE)).isEqualTo(500 * MILLI);
        assertThat(debouncer.due(500 * MILLI).waited()).containsExactlyInAnyOrder(file, folder.resolve("b.md"));
    }

    @Test
    void a_missing_file_is_removed_at_last_in_a_folder_that_is_never_quiet() throws IOException {
        Path busy = Files.writeString(folder.resolve("b.md"), "text");
        Files.delete(file);
        debouncer.touch(file, FileEvent.UNCLEAR, 0);
        for (int i = 0; i < 30; i++) {
            debouncer.touch(busy, FileEvent.OPEN, i * 100L * MILLI);
            assertThat(debouncer.due(i * 100L * MILLI)).matches(WriteDebouncer.Due::isEmpty);
        }
        assertThat(debouncer.due(3_000 * MILLI).waited()).containsExactly(file);
    }

    @Test
    void a_removal_is_compared_together_with_the_held_files() throws IOException {
        Path copy = Files.writeString(folder.resolve("b.md"), "text");
        Path busy = Files.writeString(folder.resolve("c.md"), "text");
        Files.delete(file);
        debouncer.touch(file, FileEvent.UNCLEAR, 0);
        debouncer.hold(copy, 0);
        debouncer.touch(busy, FileEvent.OPEN, 2_900 * MILLI);
        assertThat(debouncer.due(3_000 * MILLI)).isEqualTo(new WriteDebouncer.Due(Set.of(copy), Set.of(file)));
        debouncer.touch(busy, FileEvent.OPEN, 29_900 * MILLI);
        assertThat(debouncer.due(30_000 * MILLI).waited()).as("still held").containsExactly(copy);
    }

    @Test
    void files_that_began_to_wait_at_different_times_are_compared_together() throws IOException {
        Path other = Files.writeString(folder.resolve("b.md"), "text");
        debouncer.hold(file, 0);
        debouncer.hold(other, 100 * MILLI);
        assertThat(debouncer.untilNext(100 * MILLI, Long.MAX_VALUE)).isEqualTo(300 * MILLI);
        assertThat(debouncer.due(399 * MILLI)).matches(WriteDebouncer.Due::isEmpty);
        assertThat(debouncer.due(400 * MILLI).waited()).containsExactlyInAnyOrder(file, other);
    }

    @Test
    void a_held_file_waits_for_quiet_unless_it_has_an_event() {
        debouncer.hold(file, 0);
        assertThat(debouncer.due(299 * MILLI)).matches(WriteDebouncer.Due::isEmpty);
        assertThat(debouncer.due(300 * MILLI).waited()).containsExactly(file);
        debouncer.hold(file, 300 * MILLI);
        debouncer.touch(file, FileEvent.COMPLETE, 400 * MILLI);
        assertThat(debouncer.due(405 * MILLI).settled()).containsExactly(file);
    }

    @Test
    void a_file_that_changes_without_an_event_waits_again() throws IOException {
        debouncer.touch(file, FileEvent.UNCLEAR, 0);
        Files.writeString(file, "more", StandardOpenOption.APPEND);
        assertThat(settled(300 * MILLI)).isEmpty();
        assertThat(settled(599 * MILLI)).isEmpty();
        assertThat(settled(600 * MILLI)).containsExactly(file);
    }

    @Test
    void an_expected_look_does_not_replace_an_event() {
        debouncer.touch(file, FileEvent.OPEN, 0);
        debouncer.expect(file, 0);
        assertWait(30_000);
    }

    private Set<Path> settled(long now) {
        WriteDebouncer.Due due = debouncer.due(now);
        assertThat(due.waited()).isEmpty();
        return due.settled();
    }

    /** From 0 on, it is read after this number of milliseconds and not before. */
    private void assertWait(long millis) {
        assertThat(debouncer.untilNext(0, Long.MAX_VALUE)).isEqualTo(millis * MILLI);
        assertThat(settled(millis * MILLI - 1)).isEmpty();
        assertThat(debouncer.isOpen(file, 0)).isEqualTo(millis > 300);
        if (millis < 30_000) {
            assertThat(settled(millis * MILLI)).containsExactly(file);
            assertThat(debouncer.untilNext(0, 1)).isEqualTo(1);
        }
    }
}
