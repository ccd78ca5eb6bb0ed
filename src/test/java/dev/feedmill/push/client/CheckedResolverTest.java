package dev.feedmill.push.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feedmill.Await;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.jetty.util.Promise;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Name servers that answer and name servers that do not. */
class CheckedResolverTest {
    private final CountDownLatch answer = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final List<CheckedResolver> open = new ArrayList<>();

    @AfterEach
    void close() {
        answer.countDown();
        open.forEach(CheckedResolver::close);
    }

    private CheckedResolver resolver(int places, Duration slow, Duration longest) {
        CheckedResolver made =
                new CheckedResolver(true, new CheckedResolver.Pace(places, slow, longest), this::addresses);
        open.add(made);
        return made;
    }

    /** The name servers: those of slow hosts answer when they are told to. */
    private InetAddress[] addresses(String host) throws UnknownHostException {
        asked.incrementAndGet();
        try {
            if (host.startsWith("slow")) {
                answer.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new InetAddress[] {InetAddress.getByName("192.0.2.1")};
    }

    private static CompletableFuture<List<InetSocketAddress>> resolve(CheckedResolver resolver, String host) {
        Promise.Completable<List<InetSocketAddress>> result = new Promise.Completable<>();
        resolver.resolve(host, 80, Map.of(), result);
        return result.orTimeout(30, TimeUnit.SECONDS);
    }

    @Test
    void slow_name_servers_give_their_places_up() {
        CheckedResolver resolver = resolver(2, Duration.ofMillis(20), Duration.ofMinutes(1));
        List<CompletableFuture<List<InetSocketAddress>>> slow = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            slow.add(resolve(resolver, "slow" + i));
        }
        assertThat(resolve(resolver, "quick").join()).containsExactly(new InetSocketAddress("192.0.2.1", 80));
        assertThat(slow).noneMatch(CompletableFuture::isDone);
        answer.countDown();
        slow.forEach(one -> assertThat(one.join()).hasSize(1));
    }

    @Test
    void nobody_waits_longer_for_a_name_server_and_none_is_asked_twice_at_once() {
        CheckedResolver resolver = resolver(2, Duration.ofMillis(20), Duration.ofMillis(100));
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> resolve(resolver, "slow").join()).hasCauseInstanceOf(SocketTimeoutException.class);
        }
        Await.until("it to be asked", () -> asked.get() > 0);
        assertThat(asked).hasValue(1);
    }

    @Test
    void only_so_many_slow_look_ups_go_on_and_the_next_hosts_are_told_to_come_later() {
        CheckedResolver resolver = resolver(1, Duration.ofMillis(5), Duration.ofMillis(500));
        List<CompletableFuture<List<InetSocketAddress>>> slow = IntStream.range(0, 20)
                .mapToObj(i -> resolve(resolver, "slow" + i))
                .toList();
        assertThatThrownBy(() -> resolve(resolver, "quick").join())
                .hasCauseInstanceOf(CheckedResolver.BusyException.class);
        assertThat(asked).hasValueLessThanOrEqualTo(8);
        answer.countDown();
        Await.until("all to have an end", () -> slow.stream().allMatch(CompletableFuture::isDone));
        Await.until(
                "a host to be found again",
                () -> resolve(resolver, "later")
                        .handle((found, failure) -> failure == null)
                        .join());
    }
}
