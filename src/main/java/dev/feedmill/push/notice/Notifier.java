package dev.feedmill.push.notice;

import dev.feedmill.library.change.ChangeLog;
import dev.feedmill.library.sql.LibraryException;
import dev.feedmill.library.sql.LibraryUnavailableException;
import dev.feedmill.push.client.Outcome;
import dev.feedmill.push.client.OutgoingClient;
import dev.feedmill.push.client.OutgoingRequest;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one receiver of changes in their order, on a thread of its own, since one that is away must keep no other
 * waiting. Its place in the change log is stored once a notice is taken, and before the first attempt how far the notice
 * goes: so no change is lost over a kill, and a notice that is sent again has the same changes and the same id.
 */
final class Notifier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);

    /** Until the next look at a library or a folder that is not ready. */
    private static final Duration TICK = Duration.ofSeconds(1);

    /** Until the next look after a fault of its own, which would else fill the log. */
    private static final Duration AFTER_FAULT = Duration.ofMinutes(1);

    private static final Duration STOP = Duration.ofSeconds(5);

    private final ChangeLog log;
    private final Receiver receiver;
    private final OutgoingClient client;
    private final Notices.Manner manner;
    private final Thread thread;
    private int failures;
    private boolean isRefused;

    // Guarded by this object.
    private boolean changed = true;
    private boolean closed;

    Notifier(ChangeLog log, Receiver receiver, OutgoingClient client, Notices.Manner manner) {
        this.log = log;
        this.receiver = receiver;
        this.client = client;
        this.manner = manner;
        this.thread = new Thread(this::run, "notices");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Says that the library has changed; waits for nobody. */
    synchronized void changed() {
        changed = true;
        notifyAll();
    }

    private void run() {
        try {
            while (!isClosed()) {
                Duration pause = step();
                if (pause == null) {
                    awaitChange();
                    pause = receiver.delay();
                }
                pause(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void awaitChange() throws InterruptedException {
        while (!changed && !closed) {
            wait();
        }
        changed = false;
    }

    private synchronized void pause(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0 && !closed; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    /** Tells the next notice; returns the pause after it, null if all is told. */
    private @Nullable Duration step() {
        try {
            if (!manner.isReady().getAsBoolean()) {
                return TICK;
            }
            Notice notice = next();
            return notice == null ? null : tell(notice);
        } catch (LibraryUnavailableException | LibraryException e) {
            LOG.debug("{} waits for the library", receiver.title(), e);
            return TICK;
        } catch (RuntimeException e) {
            LOG.error("{} was not told of changes, and will be", receiver.title(), e);
            return AFTER_FAULT;
        }
    }

    /** The name under which the library has the number of the last change of the notice that is under way. */
    private String underWay() {
        return receiver.consumer() + " under way";
    }

    private @Nullable Notice next() {
        long after = log.position(receiver.consumer());
        long settled = log.knows(underWay()) ? log.position(underWay()) : 0;
        Notice notice = Notice.read(
                log,
                after,
                settled > after ? settled : 0,
                receiver.most(),
                manner.clock().instant());
        if (notice != null && notice.change().number() != settled) {
            log.record(underWay(), notice.change().number());
        }
        return notice;
    }

    private Duration tell(Notice notice) {
        OutgoingRequest request;
        try {
            request = receiver.request(notice, manner.clock().instant());
        } catch (LibraryUnavailableException | LibraryException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("a notice for {} could not be made", receiver.title(), e);
            return failed(notice, "a fault here", Duration.ZERO);
        }
        if (request == null) {
            return told(notice);
        }
        Outcome outcome = client.send(request).join();
        Receiver.Answer answer =
                outcome instanceof Outcome.Answered response ? receiver.answer(response) : Receiver.Answer.LATER;
        return switch (answer) {
            case TAKEN -> taken(notice);
            case REFUSED -> refused(notice, outcome);
            case GONE -> gone(outcome);
            case LATER -> failed(notice, outcome.said(), outcome.retryAfter());
        };
    }

    private Duration taken(Notice notice) {
        if (failures > 0 || isRefused) {
            LOG.info("{} takes notices again", receiver.title());
            isRefused = false;
        }
        LOG.debug(
                "{} took the changes up to {}",
                receiver.title(),
                notice.change().number());
        failures = 0;
        return told(notice);
    }

    /** Goes on behind a notice. */
    private Duration told(Notice notice) {
        log.record(receiver.consumer(), notice.change().number());
        return receiver.delay();
    }

    private Duration refused(Notice notice, Outcome outcome) {
        if (!isRefused) {
            LOG.warn("{} refuses notices: {}", receiver.title(), outcome.said());
            isRefused = true;
        }
        return told(notice);
    }

    private Duration gone(Outcome outcome) {
        LOG.warn("{} wants no notices until the next start: {}", receiver.title(), outcome.said());
        end();
        return Duration.ZERO;
    }

    private Duration failed(Notice notice, String reason, Duration atLeast) {
        if (isClosed()) {
            return Duration.ZERO;
        }
        if (failures++ == 0) {
            LOG.warn("{} was not told of changes: {}; it will be tried again", receiver.title(), reason);
        }
        if (manner.clock().instant().isAfter(notice.time().plus(receiver.patience()))) {
            LOG.warn(
                    "{} will not be told of the changes up to {}",
                    receiver.title(),
                    notice.change().number());
            told(notice);
        }
        Duration pause = manner.retries().retryAfter(failures);
        return pause.compareTo(atLeast) < 0 ? atLeast : pause;
    }

    /** Has its thread end soon; what is not told yet is after the next start. */
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
