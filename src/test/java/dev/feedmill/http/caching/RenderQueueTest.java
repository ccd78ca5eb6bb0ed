package dev.feedmill.http.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feedmill.Await;
import dev.feedmill.http.message.BusyException;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.Query;
import dev.feedmill.runtime.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RenderQueueTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final RenderQueue workshop = new RenderQueue(2, 3);

    @AfterEach
    void stop() {
        end.countDown();
        threads.shutdownNow();
    }

    private static HttpRequest request(@Nullable String query, Duration time) {
        return new HttpRequest(
                "GET", "/", Query.of(query), () -> null, name -> null, Deadline.after(time, () -> false), false, 0);
    }

    private List<Future<Integer>> occupied(String query, int makers) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(makers);
        List<Future<Integer>> busy = new ArrayList<>();
        for (int i = 0; i < makers; i++) {
            busy.add(threads.submit(() -> workshop.make(request(query, Duration.ofHours(1)), () -> {
                begun.countDown();
                awaitEnd();
                return 1;
            })));
        }
        begun.await();
        return busy;
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void never_more_are_at_work_than_there_are_makers() throws Exception {
        RenderQueue roomy = new RenderQueue(2, 100);
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            all.add(threads.submit(() -> roomy.make(request("q=a", Duration.ofHours(1)), () -> {
                most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                Thread.onSpinWait();
                return atWork.decrementAndGet();
            })));
        }
        for (Future<Integer> one : all) {
            one.get();
        }
        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void documents_do_not_wait_for_what_anybody_may_ask() throws Exception {
        List<Future<Integer>> busy = occupied("q=a", 2);
        assertThat(workshop.<Integer>make(request(null, Duration.ofHours(1)), () -> 2))
                .isEqualTo(2);
        assertThat(busy).noneMatch(Future::isDone);
    }

    @Test
    void a_request_behind_too_many_is_refused_at_once() throws Exception {
        occupied("q=a", 2);
        List<Future<Integer>> waiting = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            waiting.add(threads.submit(() -> workshop.make(request("q=a", Duration.ofHours(1)), () -> 3)));
        }
        // A further request has time to wait, but no place in the queue.
        Await.until("three who wait", () -> workshop.waiting() == 3);
        assertThatThrownBy(() -> workshop.make(request("q=a", Duration.ofHours(1)), () -> 4))
                .isInstanceOf(BusyException.class);
        end.countDown();
        for (Future<Integer> one : waiting) {
            assertThat(one.get()).isEqualTo(3);
        }
    }

    @Test
    void a_request_that_waited_half_of_the_time_is_refused() throws Exception {
        occupied("q=a", 2);
        assertThatThrownBy(() -> workshop.make(request("q=a", Duration.ofMillis(20)), () -> 5))
                .isInstanceOf(BusyException.class);
    }

    @Test
    void a_fault_makes_room_for_the_next() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> workshop.make(request("q=a", Duration.ofHours(1)), () -> {
                        throw new IllegalStateException("fault");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(workshop.<Integer>make(request("q=a", Duration.ofHours(1)), () -> 6))
                .isEqualTo(6);
    }
}
