package dev.feedmill.http.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.RequestHeader;
import dev.feedmill.http.message.ServerRules;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    private static final String PUBLIC = "192.0.2.1";
    private final AtomicLong nanos = new AtomicLong(-5);
    private final RateLimiter repeats = limiter(3);
    private int servers = 1;

    private RateLimiter limiter(int allowed) {
        return new RateLimiter(
                new ServerRules.Polling(
                        Duration.ofHours(1),
                        new ServerRules.Caches(Duration.ZERO, Duration.ZERO, Duration.ZERO, "", 1),
                        allowed,
                        List.of()),
                nanos::get,
                () -> servers);
    }

    private long ask(String address, String path, Map<RequestHeader, String> fields) throws UnknownHostException {
        InetAddress remote = InetAddress.getByName(address);
        return repeats.secondsToWait(new HttpRequest("GET", path, null, () -> remote, fields::get));
    }

    @Test
    void one_request_too_many_must_wait_until_the_window_ends() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(ask(PUBLIC, "/feed.rss", Map.of())).isZero();
        }
        assertThat(ask(PUBLIC, "/feed.rss", Map.of())).isEqualTo(3600);
        nanos.addAndGet(Duration.ofMinutes(59).toNanos());
        assertThat(ask(PUBLIC, "/feed.rss", Map.of())).isEqualTo(60);
        nanos.addAndGet(Duration.ofMinutes(2).toNanos());
        assertThat(ask(PUBLIC, "/feed.rss", Map.of())).isZero();
    }

    @Test
    void each_of_several_servers_allows_its_part() throws Exception {
        servers = 2;
        assertThat(ask(PUBLIC, "/feed.rss", Map.of())).isZero();
        assertThat(ask(PUBLIC, "/feed.rss", Map.of())).isZero();
        assertThat(ask(PUBLIC, "/feed.rss", Map.of())).isPositive();
        servers = 1;
        assertThat(ask("192.0.2.3", "/feed.rss", Map.of())).isZero();
    }

    @Test
    void another_feed_client_or_program_has_a_count_of_its_own() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(ask(PUBLIC, "/feed.rss", Map.of(RequestHeader.USER_AGENT, "a")))
                    .isZero();
        }
        assertThat(ask(PUBLIC, "/feed.atom", Map.of(RequestHeader.USER_AGENT, "a")))
                .isZero();
        assertThat(ask("192.0.2.2", "/feed.rss", Map.of(RequestHeader.USER_AGENT, "a")))
                .isZero();
        assertThat(ask(PUBLIC, "/feed.rss", Map.of(RequestHeader.USER_AGENT, "b")))
                .isZero();
        assertThat(ask(PUBLIC, "/feed.rss", Map.of(RequestHeader.USER_AGENT, "a")))
                .isPositive();
    }

    @Test
    void an_exempt_client_is_not_limited() throws Exception {
        InetAddress remote = InetAddress.getByName(PUBLIC);
        repeats.exempt(
                new HttpRequest("GET", "/feed.atom", null, () -> remote, Map.of(RequestHeader.USER_AGENT, "a")::get));
        for (int i = 0; i < 50; i++) {
            assertThat(ask(PUBLIC, "/feed.rss", Map.of(RequestHeader.USER_AGENT, "a")))
                    .isZero();
        }
        long other = 0;
        for (int i = 0; i < 4; i++) {
            other = ask(PUBLIC, "/feed.rss", Map.of(RequestHeader.USER_AGENT, "b"));
        }
        assertThat(other).isPositive();
        nanos.addAndGet(Duration.ofDays(2).toNanos());
        long later = 0;
        for (int i = 0; i < 4; i++) {
            later = ask(PUBLIC, "/feed.rss", Map.of(RequestHeader.USER_AGENT, "a"));
        }
        assertThat(later).isPositive();
    }

    @Test
    void an_unknown_parameter_makes_no_other_feed() throws Exception {
        InetAddress remote = InetAddress.getByName(PUBLIC);
        for (int i = 0; i < 3; i++) {
            String query = "x=" + i;
            assertThat(repeats.secondsToWait(new HttpRequest("GET", "/feed.rss", query, () -> remote, name -> null)))
                    .isZero();
        }
        assertThat(repeats.secondsToWait(
                        new HttpRequest("GET", "/archive/2/feed.rss", null, () -> remote, name -> null)))
                .isZero();
        assertThat(repeats.secondsToWait(new HttpRequest("GET", "/feed.rss", "x=3", () -> remote, name -> null)))
                .isPositive();
    }

    @Test
    void only_a_proxy_may_name_other_clients() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(ask("127.0.0.1", "/feed.rss", Map.of(RequestHeader.X_FORWARDED_FOR, "203.0.113." + i)))
                    .isZero();
            assertThat(ask("10.0.0.1", "/feed.rss", Map.of(RequestHeader.X_FORWARDED_FOR, "junk, 203.0.113." + i)))
                    .isLessThanOrEqualTo(0);
        }
        for (String proxy : new String[] {"127.0.0.1", "::1", "10.0.0.1", "192.168.1.1", "fd00::1"}) {
            for (int i = 0; i < 10; i++) {
                assertThat(ask(proxy, "/feed.rss", Map.of()))
                        .as("clients of a proxy that does not name them")
                        .isZero();
            }
        }
        long last = 0;
        for (int i = 0; i < 10; i++) {
            last = ask(PUBLIC, "/feed.rss", Map.of(RequestHeader.X_FORWARDED_FOR, "203.0.113." + i));
        }
        assertThat(last).isPositive();
    }

    @Test
    void without_a_limit_no_request_must_wait() throws Exception {
        RateLimiter open = limiter(0);
        InetAddress remote = InetAddress.getByName(PUBLIC);
        for (int i = 0; i < 1_000; i++) {
            assertThat(open.secondsToWait(new HttpRequest("GET", "/feed.rss", null, () -> remote, name -> null)))
                    .isZero();
        }
    }
}
