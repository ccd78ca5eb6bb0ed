package dev.feedmill.http.feeds;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.feedmill.http.message.ClientAddress;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.RequestHeader;
import dev.feedmill.http.message.ServerRules;
import dev.feedmill.http.query.SelectionParameters;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Rate limiter for unconditional requests by one client for one feed; a bounded table, from which the least recently
 * seen clients are evicted. Thread-safe.
 *
 * <p>Many people may share an address and a program. A program that has sent one conditional request from an address
 * is not limited there for a day, since its unconditional requests are first fetches. Without validators, first fetches
 * for many people look the same as one client that fetches again and again.
 */
public final class RateLimiter {
    private static final int CLIENTS = 20_000;

    /** How long a program is exempt after a conditional request; most readers poll at least that often. */
    private static final Duration EXEMPTION = Duration.ofDays(1);

    private final int allowed;
    private final long windowNanos;
    private final LongSupplier nanos;
    private final IntSupplier servers;
    private final Cache<Long, Count> counts;
    private final Cache<Long, Boolean> exempt;

    private record Count(long began, AtomicInteger times) {}

    /**
     * Creates an empty limiter.
     *
     * @param nanos a monotonic clock such as {@link System#nanoTime}
     * @param servers among which a balancer divides the requests of a client; each allows its part of them
     */
    public RateLimiter(ServerRules.Polling polling, LongSupplier nanos, IntSupplier servers) {
        this.servers = servers;
        Duration window = polling.interval();
        this.allowed = polling.unconditionalGets();
        this.windowNanos = window.toNanos();
        this.nanos = nanos;
        this.counts = Caffeine.newBuilder()
                .maximumSize(CLIENTS)
                .expireAfterWrite(window)
                .ticker(nanos::getAsLong)
                .executor(Runnable::run)
                .build();
        this.exempt = Caffeine.newBuilder()
                .maximumSize(CLIENTS)
                .expireAfterAccess(window.compareTo(EXEMPTION) < 0 ? EXEMPTION : window)
                .ticker(nanos::getAsLong)
                .executor(Runnable::run)
                .build();
    }

    /** Exempts the client's program, since it sends conditional requests. */
    void exempt(HttpRequest request) {
        Object address = allowed == 0 ? null : ClientAddress.of(request);
        if (address != null) {
            long program = mixed(address, request.header(RequestHeader.USER_AGENT));
            if (exempt.getIfPresent(program) == null) {
                exempt.put(program, true);
            }
        }
    }

    /** Counts the request; returns the seconds to wait if it exceeds the limit, otherwise 0. */
    long secondsToWait(HttpRequest request) {
        Object address = allowed == 0 ? null : ClientAddress.of(request);
        if (address == null) {
            return 0;
        }
        if (exempt.getIfPresent(mixed(address, request.header(RequestHeader.USER_AGENT))) != null) {
            return 0;
        }
        long now = nanos.getAsLong();
        Count count = counts.get(client(address, request), key -> new Count(now, new AtomicInteger()));
        if (count.times().incrementAndGet() <= share()) {
            return 0;
        }
        return Math.max(
                1,
                Duration.ofNanos(count.began() + windowNanos - now)
                        .plusMillis(999)
                        .toSeconds());
    }

    /** What this server allows, at least one. */
    private int share() {
        int all = servers.getAsInt();
        return (allowed + all - 1) / all;
    }

    /** A hash of the address, the program and the target; collisions are practically impossible. */
    private static long client(Object address, HttpRequest request) {
        return mixed(address, request.header(RequestHeader.USER_AGENT), request.path(), target(request));
    }

    private static long mixed(@Nullable Object... parts) {
        long mixed = 31;
        for (Object part : parts) {
            mixed = (mixed ^ (part == null ? 0 : part.hashCode())) * 0x9E37_79B9_7F4A_7C15L;
            mixed ^= mixed >>> 29;
        }
        return mixed;
    }

    private static Object target(HttpRequest request) {
        return request.query().hasAny(SelectionParameters.FEED)
                ? request.query().suffix()
                : "";
    }
}
