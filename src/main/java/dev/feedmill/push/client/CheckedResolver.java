package dev.feedmill.push.client;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Finds the addresses of hosts, and refuses those that are not public. It is asked for each connection, and its very
 * addresses are connected to, so that a name cannot first have one address and then another.
 */
final class CheckedResolver implements SocketAddressResolver, AutoCloseable {
    /** Threads that may wait for name servers at once; a host takes one at most. */
    private static final int THREADS = 32;

    private final boolean privateNetworks;
    private final ThreadPoolExecutor threads;
    private final Map<String, CompletableFuture<List<InetAddress>>> running = new ConcurrentHashMap<>();

    /** Says that all addresses of a host are refused. */
    static final class RefusedAddressException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        RefusedAddressException() {
            super("the address is not public");
        }
    }

    /** @param privateNetworks whether any address will do */
    CheckedResolver(boolean privateNetworks) {
        this.privateNetworks = privateNetworks;
        this.threads =
                new ThreadPoolExecutor(THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "push-names");
                    thread.setDaemon(true);
                    return thread;
                });
        this.threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public void resolve(String host, int port, Map<String, Object> context, Promise<List<InetSocketAddress>> promise) {
        CompletableFuture<List<InetAddress>> mine = new CompletableFuture<>();
        CompletionStage<List<InetAddress>> others = running.putIfAbsent(host, mine);
        CompletionStage<List<InetAddress>> result = others == null ? mine : others;
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
            threads.execute(() -> look(host, mine));
        }
    }

    private void look(String host, CompletableFuture<List<InetAddress>> result) {
        try {
            List<InetAddress> found = allowed(InetAddress.getAllByName(host));
            running.remove(host, result);
            result.complete(found);
        } catch (UnknownHostException | RuntimeException e) {
            running.remove(host, result);
            result.completeExceptionally(e);
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
        threads.shutdownNow();
    }
}
