package dev.feedmill.push.hub;

import dev.feedmill.library.sql.LibraryUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that settles the answers to outgoing requests as they come, and looks at what is due: after each of them, and
 * once a second. What fails is tried again.
 *
 * @param <A> answers
 */
final class AnswerLoop<A> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerLoop.class);

    /** Seconds between looks at what is due. */
    private static final long TICK = 1;

    /** Seconds until the next look after a fault of its own, which would else fill the log. */
    private static final long AFTER_FAULT = 60;

    private final Consumer<A> settle;
    private final List<Runnable> looks;
    /** Empty for a mere look. */
    private final BlockingQueue<Optional<A>> answers = new LinkedBlockingQueue<>();

    private final Thread thread;
    private volatile boolean closed;
    private long wait = TICK;

    /**
     * Creates a loop.
     *
     * @param name of the thread
     * @param looks what is done after the answers, in this order
     */
    AnswerLoop(String name, Consumer<A> settle, List<Runnable> looks) {
        this.settle = settle;
        this.looks = List.copyOf(looks);
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void add(A answer) {
        answers.add(Optional.of(answer));
    }

    /** Looks at once at what is due. */
    void wake() {
        answers.add(Optional.empty());
    }

    private void run() {
        try {
            while (!closed) {
                List<Optional<A>> some = new ArrayList<>();
                Optional<A> first = answers.poll(wait, TimeUnit.SECONDS);
                wait = TICK;
                if (first != null) {
                    some.add(first);
                    answers.drainTo(some);
                }
                some.forEach(each -> each.ifPresent(answer -> attempt(() -> settle.accept(answer))));
                looks.forEach(this::attempt);
            }
        } catch (InterruptedException e) {
            LOG.debug("{} stops", thread.getName());
        }
    }

    /** Does what may fail while the library is away; all of it is tried again. */
    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (LibraryUnavailableException e) {
            LOG.debug("{} waits for the library", thread.getName(), e);
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.error("{} failed, and tries again", thread.getName(), e);
                wait = AFTER_FAULT;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
