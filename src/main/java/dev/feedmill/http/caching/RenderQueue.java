package dev.feedmill.http.caching;

import dev.feedmill.http.message.BusyException;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.runtime.Deadline;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Makes what does not lie ready, a few at a time, so that it takes neither all processors nor all threads from those who ask
 * for what does. Documents that have addresses of their own never wait for what anybody may ask for by a query. Threads may
 * share it.
 */
public final class RenderQueue {
    private final Line documents;
    private final Line questions;

    /**
     * Makes nothing yet.
     *
     * @param makers so many documents are made at once, and as many answers to queries
     * @param waiting so many requests wait for each of the two; more are turned away
     */
    public RenderQueue(int makers, int waiting) {
        this.documents = new Line(makers, waiting);
        this.questions = new Line(makers, waiting);
    }

    /**
     * Does the work for a request as soon as it is its turn. Work must not ask for other work here.
     *
     * @throws BusyException where too many wait already, or its turn does not come while there is time left for the work
     * @throws dev.feedmill.runtime.TooSlowException from the work
     */
    public <T> T make(HttpRequest request, Supplier<T> work) {
        return line(request).make(request.deadline(), work);
    }

    /**
     * Waits until another request has made, or failed to make, what this one asks for too.
     *
     * @throws BusyException where too many wait already
     * @throws dev.feedmill.runtime.TooSlowException where it takes longer than there is time
     */
    void await(HttpRequest request, CompletableFuture<?> made) {
        line(request).await(request.deadline(), made);
    }

    /** How many requests wait. */
    int waiting() {
        return documents.waiting() + questions.waiting();
    }

    private Line line(HttpRequest request) {
        return request.query() == null ? documents : questions;
    }

    /** Those who wait for their turn, in the order in which they came. */
    private static final class Line {
        private final Semaphore makers;
        private final int waiting;
        private final Semaphore seats;

        Line(int makers, int waiting) {
            this.makers = new Semaphore(makers, true);
            this.waiting = waiting;
            this.seats = new Semaphore(waiting);
        }

        int waiting() {
            return waiting - seats.availablePermits();
        }

        <T> T make(Deadline deadline, Supplier<T> work) {
            // Half of the time is left for the work.
            if (!isMyTurn(Duration.ZERO)
                    && !seated(() -> isMyTurn(deadline.left().dividedBy(2)))) {
                throw new BusyException();
            }
            try {
                deadline.check();
                return work.get();
            } finally {
                makers.release();
            }
        }

        private boolean isMyTurn(Duration within) {
            try {
                return makers.tryAcquire(within.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        void await(Deadline deadline, CompletableFuture<?> made) {
            if (!made.isDone() && !seated(() -> isDone(made, deadline.left()))) {
                deadline.check();
                throw new BusyException();
            }
        }

        private static boolean isDone(CompletableFuture<?> made, Duration within) {
            try {
                made.get(within.toNanos(), TimeUnit.NANOSECONDS);
                return true;
            } catch (ExecutionException e) {
                return true;
            } catch (TimeoutException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        private boolean seated(BooleanSupplier waiting) {
            if (!seats.tryAcquire()) {
                throw new BusyException();
            }
            try {
                return waiting.getAsBoolean();
            } finally {
                seats.release();
            }
        }
    }
}
