package dev.feedmill.http.events;

import dev.feedmill.http.message.ClientStream;
import dev.feedmill.http.message.ServerRules;
import dev.feedmill.http.query.SelectionRequest;
import dev.feedmill.library.sql.LibraryUnavailableException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open streams. One thread, which runs only while there are any, finds the events of each selection once, whatever
 * the number of its clients. Thread-safe.
 */
public final class EventStreams implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);
    private static final Duration TICK = Duration.ofSeconds(1);

    private final EventFinder finder;
    private final ServerRules.Events rules;
    private final Set<EventClient> open = ConcurrentHashMap.newKeySet();
    /** Holds a token while something may have changed. */
    private final BlockingQueue<Boolean> changes = new ArrayBlockingQueue<>(1);

    private boolean isClosed;
    private long attended = System.nanoTime();
    private @Nullable Thread thread;

    public EventStreams(EventFinder finder, ServerRules.Events rules) {
        this.finder = finder;
        this.rules = rules;
    }

    /** Says that the library has changed. */
    public void changed() {
        changes.offer(true);
    }

    /** How many are open. */
    public int count() {
        return open.size();
    }

    /** The number of the last change. */
    long last() {
        return finder.last();
    }

    /** Whether no more streams can be open. */
    boolean isFull() {
        if (open.size() >= rules.maxClients()) {
            open.forEach(EventClient::checkPresence);
        }
        return open.size() >= rules.maxClients();
    }

    /** Whether a client has as many open streams as it may have. */
    boolean isGreedy(Object address) {
        List<EventClient> own =
                open.stream().filter(client -> client.isFrom(address)).toList();
        if (own.size() < rules.maxPerClient()) {
            return false;
        }
        own.forEach(EventClient::checkPresence);
        return own.stream().filter(open::contains).count() >= rules.maxPerClient();
    }

    /**
     * Opens a stream.
     *
     * @param address that tells clients apart; null if nothing does
     * @param seen number of the last change that the client knows
     * @param begin what it gets first
     */
    void open(ClientStream stream, SelectionRequest selection, @Nullable Object address, long seen, byte[] begin) {
        EventClient client = new EventClient(stream, selection, address, seen, open::remove);
        client.begin(begin);
        synchronized (this) {
            // Others may have come since its request was looked at.
            boolean isTooMuch = open.size() >= rules.maxClients()
                    || (address != null
                            && open.stream()
                                            .filter(other -> other.isFrom(address))
                                            .count()
                                    >= rules.maxPerClient());
            if (isClosed || isTooMuch) {
                client.endNow();
                return;
            }
            open.add(client);
            if (client.isClosed()) {
                // It left before it was there.
                open.remove(client);
            }
            changes.offer(true);
            if (thread == null) {
                thread = new Thread(this::run, "events");
                thread.setDaemon(true);
                thread.start();
            }
        }
    }

    /** Ends all streams; their clients come back, if there is a server. */
    @Override
    public void close() {
        synchronized (this) {
            isClosed = true;
        }
        changes.offer(true);
        open.forEach(EventClient::endNow);
    }

    private void run() {
        boolean mustLook = false;
        while (!isOver()) {
            try {
                Duration tick = rules.heartbeat().compareTo(TICK) < 0 ? rules.heartbeat() : TICK;
                mustLook |= changes.poll(tick.toMillis(), TimeUnit.MILLISECONDS) != null;
                if (mustLook) {
                    tell();
                    mustLook = false;
                }
            } catch (InterruptedException e) {
                return;
            } catch (LibraryUnavailableException e) {
                LOG.debug("events wait: {}", e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("events were lost, so that their clients must come back", e);
                open.forEach(EventClient::endNow);
            }
            attendAll();
        }
    }

    private synchronized boolean isOver() {
        boolean isOver = isClosed || open.isEmpty();
        if (isOver) {
            thread = null;
        }
        return isOver;
    }

    /** Attends to all clients, unless that was just done; one that fails is cut off. */
    private void attendAll() {
        long now = System.nanoTime();
        if (now - attended < TICK.toNanos() / 2) {
            return;
        }
        attended = now;
        for (EventClient client : open) {
            try {
                attend(client);
            } catch (RuntimeException e) {
                LOG.error("a stream of events failed", e);
                client.endNow();
            }
        }
    }

    /** Tells all clients what they do not know yet. */
    private void tell() {
        long last = finder.last();
        Map<Long, PendingChanges> pending = new HashMap<>();
        Map<EventClient.Place, List<EventClient>> places =
                open.stream().collect(Collectors.groupingBy(EventClient::place));
        places.forEach((place, clients) -> {
            PendingChanges changes = pending.computeIfAbsent(place.seen(), seen -> finder.after(seen, rules.queue()));
            if (changes.isEmpty()) {
                clients.forEach(client -> client.skipTo(Math.max(last, place.seen())));
            } else {
                EventText text = found(clients.get(0).selection(), changes);
                clients.forEach(client -> client.send(text, changes.last(), rules));
            }
            attendAll();
        });
    }

    /** The events of a selection; a reset if they cannot be found, so that the others get theirs. */
    private EventText found(SelectionRequest selection, PendingChanges changes) {
        try {
            return finder.find(selection, changes);
        } catch (LibraryUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("the events of a selection could not be found", e);
            return EventText.reset(changes.last());
        }
    }

    /** Ends a stream whose time is over, and gives signs of life. */
    private void attend(EventClient client) {
        if (client.age() >= rules.maxTime().toNanos()) {
            client.end();
        } else if (client.silence() >= rules.heartbeat().toNanos()) {
            client.checkPresence();
            client.beat();
        }
    }
}
