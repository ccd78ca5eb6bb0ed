package dev.feedmill.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final AtomicBoolean left = new AtomicBoolean();

    private Deadline after(Duration time) {
        return Deadline.after(time, left::get, clock::get);
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    @Test
    void work_may_go_on_until_its_time_is_over() {
        Deadline deadline = after(Duration.ofSeconds(5));
        pass(Duration.ofMillis(4_999));
        assertThatNoException().isThrownBy(deadline::check);
        assertThat(deadline.left()).isEqualTo(Duration.ofMillis(1));
        pass(Duration.ofMillis(1));
        assertThat(deadline.isOver()).isTrue();
        assertThat(deadline.left()).isZero();
        assertThatThrownBy(deadline::check).isInstanceOf(DeadlineExceededException.class);
    }

    @Test
    void work_ends_soon_after_the_client_left() {
        Deadline deadline = after(Duration.ofSeconds(5));
        left.set(true);
        // What takes no time is sent in any case.
        assertThatNoException().isThrownBy(deadline::check);
        pass(Duration.ofMillis(100));
        assertThatThrownBy(deadline::check).isInstanceOf(ClientGoneException.class);
    }

    @Test
    void a_part_of_the_work_may_have_less_time_but_never_more() {
        Deadline deadline = after(Duration.ofSeconds(5));
        assertThat(deadline.atMost(Duration.ofSeconds(9)).left()).isEqualTo(Duration.ofSeconds(5));
        Deadline part = deadline.atMost(Duration.ofSeconds(2));
        pass(Duration.ofSeconds(2));
        assertThat(part.isOver()).isTrue();
        assertThat(deadline.isOver()).isFalse();
        assertThat(deadline.restarted().left()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void work_without_a_deadline_is_never_cut_short() {
        assertThat(Deadline.NEVER.isOver()).isFalse();
        assertThat(Deadline.NEVER.left()).isGreaterThan(Duration.ofDays(100_000));
        assertThat(Deadline.NEVER.restarted().isOver()).isFalse();
        assertThat(Deadline.NEVER.atMost(Duration.ofDays(1)).left()).isLessThanOrEqualTo(Duration.ofDays(1));
    }
}
