package dev.feedmill.push.purge;

import dev.feedmill.library.change.Change;
import dev.feedmill.library.change.ChangeLog;
import dev.feedmill.library.sql.LibraryException;
import dev.feedmill.library.sql.LibraryUnavailableException;
import dev.feedmill.push.client.Outcome;
import dev.feedmill.push.client.OutgoingClient;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Purges one cache of what changes, on a thread of its own. A cache that was ever purged is purged of everything at the
 * start, so that no change is forgotten over a restart.
 *
 * <p>A response from before a change may still be on its way through the cache when the purge comes, and is stored after
 * it. Therefore a purge is repeated, once no response from before the change can be under way any more.
 */
final class Purger implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Purger.class);

    /** Changes that are read at once. */
    private static final int STEP = 1_000;

    /** A cache that asks for a longer wait is not waited for. */
    private static final Duration MAX_RETRY_AFTER = Duration.ofSeconds(9_999);

    private static final Duration MAX_BACK_OFF = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final ChangeLog log;
    private final String consumer;
    private final String host;
    private final PurgeForm form;
    private final OutgoingClient client;
    private final PurgeRules.Pace pace;
    private final LongSupplier nanos;
    private final long began;
    private final Thread thread;
    private final PendingTags pending;
    private final Deque<Again> agains = new ArrayDeque<>();
    private long collected = -1;
    private long notBefore;
    private int failures;

    // Guarded by this object.
    private long announced = -1;
    private boolean all;
    private boolean closed;

    /**
     * A purge that is to be repeated.
     *
     * @param due nanoseconds since the start
     */
    private record Again(long due, List<String> tags) {}

    /** Where a cache is purged, and how. */
    record Target(String consumer, String host, PurgeForm form) {}

    Purger(ChangeLog log, Target target, OutgoingClient client, PurgeRules.Pace pace, LongSupplier nanos) {
        this.log = log;
        this.consumer = target.consumer();
        this.host = target.host();
        this.form = target.form();
        this.client = client;
        this.pace = pace;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
        this.pending = new PendingTags(pace.purgeAllAbove());
        this.thread = new Thread(this::run, "purge");
        thread.setDaemon(true);
    }

    /** Purges what changes from now on, and what may have changed before. */
    void start() {
        try {
            begin();
        } catch (LibraryUnavailableException | LibraryException e) {
            LOG.debug("the purges of {} begin when the library is there", host, e);
        }
        thread.start();
    }

    /** Begins at the end of the log; with everything if the cache was purged before: what started may be another version. */
    private void begin() {
        long last = log.last();
        if (log.knows(consumer)) {
            pending.addAll();
        } else {
            // That it has a place tells the next start that there were purges.
            log.position(consumer);
        }
        collected = last;
        changed(last);
    }

    /**
     * Has everything up to a change purged. Only what was announced is, since the server's own cache must know of a
     * change before it is asked again.
     */
    synchronized void changed(long number) {
        announced = Math.max(announced, number);
        notifyAll();
    }

    /** Has everything purged. */
    synchronized void purgeAll() {
        all = true;
        notifyAll();
    }

    private void run() {
        try {
            while (awaitWork()) {
                step();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean awaitWork() throws InterruptedException {
        while (!closed) {
            long wait = due() - now();
            if (wait <= 0) {
                return true;
            }
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(wait, 1_000_000));
        }
        return false;
    }

    /** When something is to be done. */
    private long due() {
        boolean isNow = collected < 0 || announced > collected || all || !pending.isEmpty();
        Again again = agains.peek();
        return Math.max(notBefore, isNow ? 0 : again == null ? Long.MAX_VALUE : again.due());
    }

    private long now() {
        return nanos.getAsLong() - began;
    }

    private void step() throws InterruptedException {
        try {
            collect();
            List<String> fresh = pending.list();
            for (Again again = agains.peek(); again != null && again.due() <= now(); again = agains.peek()) {
                pending.add(again.tags());
                agains.remove();
            }
            Outcome failure = send();
            if (failure == null) {
                succeeded(fresh);
            } else if (!isClosed()) {
                failed(failure.said(), retryAfter(failure));
            }
        } catch (LibraryUnavailableException | LibraryException e) {
            failed(String.valueOf(e.getMessage()), Duration.ZERO);
        } catch (RuntimeException e) {
            LOG.error("a cache could not be purged, and will be", e);
            failed(String.valueOf(e.getMessage()), Duration.ZERO);
        }
    }

    private void collect() {
        if (collected < 0) {
            begin();
        }
        if (takeAll()) {
            pending.addAll();
        }
        long last = lastAnnounced();
        List<Change> some = last > collected ? log.after(collected, STEP) : List.of();
        for (Change change : some) {
            if (change.number() <= last) {
                pending.add(change);
                collected = change.number();
            }
        }
        if (some.size() < STEP) {
            collected = Math.max(collected, last);
        }
    }

    private synchronized boolean takeAll() {
        boolean taken = all;
        all = false;
        return taken;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized long lastAnnounced() {
        return announced;
    }

    /** Sends what is pending; the first outcome that is no success, null if there is none. */
    private @Nullable Outcome send() {
        for (List<String> tags : pending.parts(pace.purgeTags())) {
            Outcome outcome = client.send(form.of(tags)).join();
            if (!outcome.isSuccess()) {
                return outcome;
            }
        }
        return null;
    }

    /** @param fresh what was not purged before */
    private void succeeded(List<String> fresh) {
        if (!fresh.isEmpty() && !pace.purgeAgain().isZero()) {
            agains.add(new Again(now() + pace.purgeAgain().toNanos(), fresh));
        }
        if (!pending.isEmpty()) {
            pending.clear();
            notBefore = now() + pace.purgeInterval().toNanos();
        }
        if (failures > 0) {
            LOG.info("the cache at {} is purged again", host);
            failures = 0;
        }
    }

    private void failed(String reason, Duration atLeast) {
        if (failures++ == 0) {
            LOG.warn("the cache at {} was not purged: {}; it will be tried again", host, reason);
        }
        Duration pause = pace.purgeInterval().multipliedBy(1L << Math.min(failures, 16));
        Duration most = MAX_BACK_OFF.compareTo(pause) < 0 ? MAX_BACK_OFF : pause;
        notBefore = now() + (most.compareTo(atLeast) < 0 ? atLeast : most).toNanos();
    }

    private static Duration retryAfter(Outcome failure) {
        Duration asked = failure.retryAfter();
        return asked.compareTo(MAX_RETRY_AFTER) > 0 ? Duration.ZERO : asked;
    }

    /** Has its thread end soon; what is not purged yet is when it starts again. */
    synchronized void end() {
        closed = true;
        notifyAll();
    }

    /** Waits for the end of its thread. */
    @Override
    public void close() {
        end();
        try {
            thread.join(STOP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
