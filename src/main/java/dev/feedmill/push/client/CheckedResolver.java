package dev.feedmill.push.client;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.jspecify.annotations.Nullable;

/**
 * Finds the addresses of hosts, and refuses those that are not public. It is asked for each connection, and its very
 * addresses are connected to, so that a name cannot first have one address and then another.
 *
 * <p>A look-up cannot be broken off. One that is slow gives its place to another and goes on beside it, so that the name
 * servers of strangers hold up no other host, and a host has one look-up at a time, whatever the number of requests.
 */
final class CheckedResolver implements SocketAddressResolver, AutoCloseable {
    /** Slow look-ups that may go on for each place. */
    private static final int SLOW_ONES = 7;

    private final boolean privateNetworks;
    private final Pace pace;
    private final Names names;
    private final ExecutorService threads;
    private final ScheduledThreadPoolExecutor timer;
    private final Map<String, LookUp> running = new ConcurrentHashMap<>();

    // Guarded by this object.
    private final Queue<LookUp> waiting = new ArrayDeque<>();
    private int quick;
    private int slow;

    /** A function that asks name servers. */
    interface Names {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /**
     * How many look-ups there are, and how long they take.
     *
     * @param places look-ups at once, without slow ones
     * @param slow time after which a look-up gives its place up
     * @param longest time after which nobody waits for it any more
     */
    record Pace(int places, Duration slow, Duration longest) {}

    private static final class LookUp {
        private final String host;
        private final CompletableFuture<List<InetAddress>> result = new CompletableFuture<>();
        private boolean isQuick;
        private @Nullable Future<?> slowing;
        private @Nullable Future<?> end;

        LookUp(String host) {
            this.host = host;
        }
    }

    /** Says that all addresses of a host are refused. */
    static final class RefusedAddressException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        RefusedAddressException() {
            super("the address is not public");
        }
    }

    /** Says that a host was not looked up, since too many name servers are slow. */
    static final class BusyException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        BusyException() {
            super("too many name servers are slow");
        }
    }

    /** @param privateNetworks whether any address will do */
    CheckedResolver(boolean privateNetworks, Pace pace, Names names) {
        this.privateNetworks = privateNetworks;
        this.pace = pace;
        this.names = names;
        ThreadFactory factory = task -> {
            Thread thread = new Thread(task, "push-names");
            thread.setDaemon(true);
            return thread;
        };
        // The places bound it.
        this.threads =
                new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
        this.timer = new ScheduledThreadPoolExecutor(1, factory);
        this.timer.setKeepAliveTime(10, TimeUnit.SECONDS);
        this.timer.allowCoreThreadTimeOut(true);
        this.timer.setRemoveOnCancelPolicy(true);
    }

    @Override
    public void resolve(String host, int port, Map<String, Object> context, Promise<List<InetSocketAddress>> promise) {
        LookUp mine = new LookUp(host);
        LookUp others = running.putIfAbsent(host, mine);
        CompletionStage<List<InetAddress>> result = others == null ? mine.result : others.result;
        result.whenComplete((found, failure) -> {
            if (failure == null) {
                promise.succeeded(found.stream()
                        .map(address -> new InetSocketAddress(address, port))
                        .toList());
            } else {
                promise.failed(failure);
            }
        });
        if (others == null) {
            begin(mine);
        }
    }

    private synchronized void begin(LookUp one) {
        one.end = timer.schedule(() -> giveUp(one), pace.longest().toMillis(), TimeUnit.MILLISECONDS);
        waiting.add(one);
        startNext();
    }

    private synchronized void startNext() {
        while (quick < pace.places() && slow < pace.places() * SLOW_ONES) {
            LookUp next = waiting.poll();
            if (next == null) {
                return;
            }
            quick++;
            next.isQuick = true;
            next.slowing = timer.schedule(() -> slowDown(next), pace.slow().toMillis(), TimeUnit.MILLISECONDS);
            threads.execute(() -> look(next));
        }
    }

    private synchronized void slowDown(LookUp one) {
        if (one.isQuick) {
            one.isQuick = false;
            quick--;
            slow++;
            startNext();
        }
    }

    private synchronized void end(LookUp one) {
        if (one.isQuick) {
            one.isQuick = false;
            quick--;
        } else {
            slow--;
        }
        cancel(one.slowing);
        cancel(one.end);
        startNext();
    }

    private static void cancel(@Nullable Future<?> task) {
        if (task != null) {
            task.cancel(false);
        }
    }

    /** Tells those who wait for a host that there is no answer. While its look-up goes on, there is no other of it. */
    private void giveUp(LookUp one) {
        boolean isUntried;
        synchronized (this) {
            isUntried = waiting.remove(one);
        }
        if (isUntried) {
            running.remove(one.host, one);
        }
        one.result.completeExceptionally(
                isUntried ? new BusyException() : new SocketTimeoutException("the name server does not answer"));
    }

    private void look(LookUp one) {
        List<InetAddress> found = List.of();
        Exception failure = null;
        try {
            found = allowed(names.addresses(one.host));
        } catch (UnknownHostException | RuntimeException e) {
            failure = e;
        }
        running.remove(one.host, one);
        end(one);
        if (failure == null) {
            one.result.complete(found);
        } else {
            one.result.completeExceptionally(failure);
        }
    }

    private List<InetAddress> allowed(InetAddress[] all) throws RefusedAddressException {
        List<InetAddress> allowed = Arrays.stream(all)
                .filter(address -> privateNetworks || PublicAddresses.isPublic(address))
                .toList();
        if (allowed.isEmpty()) {
            throw new RefusedAddressException();
        }
        return allowed;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        threads.shutdownNow();
    }
}
