package dev.feedmill.push.hub;

import dev.feedmill.library.change.Change;
import dev.feedmill.library.change.ChangeLog;
import dev.feedmill.library.delivery.Chunk;
import dev.feedmill.library.delivery.Deliveries;
import dev.feedmill.library.delivery.Recipient;
import dev.feedmill.library.delivery.StaleTopic;
import dev.feedmill.library.delivery.TopicVersion;
import dev.feedmill.library.sql.LibraryUnavailableException;
import dev.feedmill.push.client.OutgoingClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what changes to subscribers, on a thread of its own: follows the change log, finds the topics that have other
 * bytes, and sends each subscriber what is new since the version it has.
 */
public final class Distributor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Distributor.class);
    private static final int TOPICS_AT_ONCE = 20;
    private static final int CHUNKS_AT_ONCE = 2;
    private static final Duration AFTER_FAULT = Duration.ofMinutes(1);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);
    /** After this time a chunk that waits for a crowded host is looked at in any case. */
    private static final Duration CROWDED = Duration.ofMinutes(2);

    /** Until the next look whether some of what is in progress has ended. */
    private static final Duration FULL = Duration.ofMillis(20);

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    /** Time for deliveries in progress when the server stops. */
    private static final Duration LAST_WAIT = Duration.ofSeconds(2);

    private final Deliveries deliveries;
    private final ChangeLog log;
    private final OutgoingClient client;
    private final DeliveryRules rules;
    private final String hubUrl;
    private final InstantSource clock;
    private final Semaphore work = new Semaphore(0);
    private final Queue<ChunkDelivery> ended = new ConcurrentLinkedQueue<>();
    private final Map<Long, ChunkDelivery> running = new HashMap<>();
    /** Subscriptions of the running chunks. */
    private final Set<Long> served = new HashSet<>();
    /** Chunks that wait until a running one with the same subscriptions has ended. */
    private final Set<Long> blocked = new HashSet<>();

    private final CrowdedHosts crowded;
    private final KeptContents contents;
    private final Thread thread = new Thread(this::run, "hub");
    private final Consumer<Change> listener;
    private volatile boolean stopped;

    public Distributor(
            Deliveries deliveries,
            ChangeLog log,
            TopicSource topics,
            OutgoingClient client,
            DeliveryRules rules,
            String hubUrl,
            InstantSource clock) {
        this.deliveries = deliveries;
        this.log = log;
        this.contents = new KeptContents(log, topics);
        this.client = client;
        this.crowded = new CrowdedHosts(client);
        this.rules = rules;
        this.hubUrl = hubUrl;
        this.clock = clock;
        this.listener = change -> wake();
        thread.setDaemon(true);
    }

    /** Looks at once at what is to be done. */
    void wake() {
        work.release();
    }

    /** Starts to deliver. */
    public void start() {
        log.onChange(listener);
        thread.start();
    }

    private void run() {
        try {
            while (!stopped) {
                await(next());
            }
            long end = System.nanoTime() + LAST_WAIT.toNanos();
            while (!running.isEmpty() && System.nanoTime() < end) {
                finish();
                await(Duration.ofMillis(50));
            }
        } catch (InterruptedException e) {
            LOG.debug("deliveries stop", e);
        } catch (LibraryUnavailableException e) {
            LOG.debug("what was delivered last could not be noted, and will be delivered again", e);
        }
    }

    /** Does all that can be done now; returns how long to wait then. */
    private Duration next() {
        try {
            while (!stopped && step()) {
                LOG.trace("there may be more");
            }
            return untilDue();
        } catch (LibraryUnavailableException e) {
            LOG.debug("deliveries wait for the library", e);
            return AFTER_TROUBLE;
        } catch (RuntimeException e) {
            LOG.error("deliveries failed, and will be tried again", e);
            return LONGEST_WAIT;
        }
    }

    private void await(Duration time) throws InterruptedException {
        if (work.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
            work.drainPermits();
        }
    }

    private Duration untilDue() {
        OptionalLong due = deliveries.nextDue(started());
        if (due.isEmpty()) {
            return LONGEST_WAIT;
        }
        if (!isFree()) {
            return FULL;
        }
        Duration until = Duration.between(clock.instant(), Instant.ofEpochSecond(due.getAsLong()));
        return until.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : until.isNegative() ? Duration.ZERO : until;
    }

    /** Does one step of each kind; returns whether there was anything to do. */
    private boolean step() {
        boolean any = finish();
        any |= deliveries.noteChanges();
        for (StaleTopic topic : deliveries.stale(TOPICS_AT_ONCE)) {
            examine(topic);
            any = true;
        }
        List<Long> welcome = crowded.take();
        if (!welcome.isEmpty()) {
            deliveries.hasten(welcome);
        }
        if (isFree()) {
            for (Chunk chunk : deliveries.due(started(), CHUNKS_AT_ONCE)) {
                if (Collections.disjoint(served, chunk.subscriptions())) {
                    begin(chunk);
                } else {
                    blocked.add(chunk.number());
                }
                any = true;
            }
        }
        return any;
    }

    /** Whether more can be begun: slow subscribers do not keep others waiting. */
    private boolean isFree() {
        return client.load() < rules.atOnce();
    }

    /** Numbers of the chunks that cannot be started now. */
    private Set<Long> started() {
        Set<Long> started = new HashSet<>(running.keySet());
        started.addAll(blocked);
        return started;
    }

    /** A topic that cannot be rendered does not keep the others waiting. */
    private void examine(StaleTopic topic) {
        try {
            TopicContent now = contents.now(topic.path());
            if (now == null) {
                deliveries.missed(topic);
            } else {
                deliveries.examined(topic, now.digest(), now.entries(), now.terms());
            }
        } catch (LibraryUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("{} could not be rendered for its subscribers, and will be tried again", topic.path(), e);
            deliveries.postpone(topic, AFTER_FAULT);
        }
    }

    private void begin(Chunk chunk) {
        try {
            List<Recipient> recipients = deliveries.recipients(chunk);
            List<Recipient> welcome = crowded.welcome(recipients);
            if (welcome.isEmpty() && !recipients.isEmpty()) {
                deliveries.postpone(chunk, CROWDED);
                crowded.add(chunk.number(), recipients);
                return;
            }
            TopicContent now = contents.now(chunk.path());
            if (now == null) {
                deliveries.postpone(chunk, AFTER_FAULT);
            } else {
                begin(chunk, now, recipients, welcome);
            }
        } catch (LibraryUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("{} could not be rendered for its subscribers, and will be tried again", chunk.path(), e);
            deliveries.postpone(chunk, AFTER_FAULT);
        }
    }

    /** @param welcome those of the recipients whose hosts have room for them */
    private void begin(Chunk chunk, TopicContent now, List<Recipient> recipients, List<Recipient> welcome) {
        TopicVersion base = chunk.base();
        byte[] body = recipients.isEmpty() || now.digest().equals(base.digest())
                ? null
                : now.since(base.digest().isEmpty() ? null : base.entries());
        TopicVersion version = new TopicVersion(base.number(), now.digest(), now.entries());
        ChunkDelivery delivery = new ChunkDelivery(chunk, version, over -> {
            ended.add(over);
            wake();
        });
        if (body == null) {
            delivery.skip(recipients);
        } else {
            Set<Recipient> others = new HashSet<>(recipients);
            welcome.forEach(others::remove);
            delivery.defer(others);
            delivery.send(client, welcome, now.type(), hubUrl, body);
        }
        // Only this thread notes its end.
        running.put(chunk.number(), delivery);
        served.addAll(chunk.subscriptions());
    }

    /** Notes what became of deliveries that have ended; returns whether there were any. */
    private boolean finish() {
        boolean any = false;
        for (ChunkDelivery over = ended.peek(); over != null; over = ended.peek()) {
            Duration wait = rules.retryAfter(over.chunk().attempt() + 1);
            deliveries.end(over.chunk(), over.result(clock.instant().plus(wait)));
            ended.remove();
            running.remove(over.chunk().number());
            over.chunk().subscriptions().forEach(served::remove);
            blocked.clear();
            any = true;
        }
        return any;
    }

    /**
     * Stops, and closes the client: what is in progress is given up, and delivered after the next start to those who were
     * not reached.
     */
    @Override
    public void close() {
        stopped = true;
        log.removeListener(listener);
        work.release();
        client.close();
        try {
            thread.join(LAST_WAIT.toMillis() * 2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
