package dev.feedmill.push.client;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that wait, in a queue for each host. Hosts take turns, and only so many tasks of one host run at once: a slow
 * host does not hold up the others. Thread-safe.
 */
final class HostQueues<T> {
    private final int maxRunning;
    private final int maxPerHost;
    private final int maxWaiting;
    private final Map<String, Host<T>> hosts = new HashMap<>();
    private final Queue<Host<T>> turns = new ArrayDeque<>();
    private int running;
    private int waiting;
    private int fewWaiting;

    /** Tasks in a row that a host did not answer, until those that wait for it are given up. */
    private static final int MAX_FAILURES = 8;

    /** Waiting tasks of one host that count as load. */
    private static final int FEW = 100;

    private static final class Host<T> {
        private int failures;
        private final Queue<T> waiting = new ArrayDeque<>(2);
        private int running;
        private boolean hasTurn;
    }

    HostQueues(int maxRunning, int maxPerHost, int maxWaiting) {
        this.maxRunning = maxRunning;
        this.maxPerHost = maxPerHost;
        this.maxWaiting = maxWaiting;
    }

    /** Adds a task; false if too many wait. */
    synchronized boolean add(String name, T task) {
        if (waiting > 0 && waiting >= maxWaiting) {
            return false;
        }
        Host<T> host = hosts.computeIfAbsent(name, missing -> new Host<>());
        if (host.waiting.size() >= maxWaitingPerHost()) {
            return false;
        }
        host.waiting.add(task);
        waiting++;
        fewWaiting += host.waiting.size() <= FEW ? 1 : 0;
        giveTurn(host);
        return true;
    }

    /** One host never takes the places of all the others. */
    private int maxWaitingPerHost() {
        return Math.max(FEW, maxWaiting / 10);
    }

    /** Whether so many tasks of a host fit in its queue, as they do in an empty one whatever their number. */
    synchronized boolean hasRoom(String name, int tasks) {
        Host<T> host = hosts.get(name);
        return host == null || host.waiting.isEmpty() || host.waiting.size() + tasks <= maxWaitingPerHost();
    }

    /** Takes the next task that may run; null if there is none. */
    synchronized @Nullable T take() {
        Host<T> host = running < maxRunning ? turns.poll() : null;
        if (host == null) {
            return null;
        }
        host.hasTurn = false;
        host.running++;
        running++;
        waiting--;
        fewWaiting -= host.waiting.size() <= FEW ? 1 : 0;
        T task = Objects.requireNonNull(host.waiting.poll());
        giveTurn(host);
        return task;
    }

    /** Tasks that run or wait; of those that wait for one host, a few count. */
    synchronized int load() {
        return running + fewWaiting;
    }

    /** Whether a host has failed so often in a row that what waits for it need not be tried now. */
    synchronized boolean isDown(String name) {
        return Objects.requireNonNull(hosts.get(name)).failures >= MAX_FAILURES;
    }

    /**
     * Says that a task of a host has ended.
     *
     * @param isAnswered whether the host answered; null if it was not asked
     */
    synchronized void ended(String name, @Nullable Boolean isAnswered) {
        Host<T> host = Objects.requireNonNull(hosts.get(name));
        if (isAnswered != null) {
            host.failures = isAnswered ? 0 : host.failures + 1;
        }
        host.running--;
        running--;
        giveTurn(host);
        if (host.running == 0 && host.waiting.isEmpty()) {
            hosts.remove(name);
        }
    }

    private void giveTurn(Host<T> host) {
        if (!host.hasTurn && host.running < maxPerHost && !host.waiting.isEmpty()) {
            host.hasTurn = true;
            turns.add(host);
        }
    }
}
