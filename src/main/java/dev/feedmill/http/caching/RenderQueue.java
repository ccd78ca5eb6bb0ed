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
 * Limits concurrent rendering, so that it takes neither all processors nor all threads from requests that are served
 * from cache. Documents with addresses of their own and query results have separate queues, so the former never wait
 * for the latter. Thread-safe.
 */
public final class RenderQueue {
    private final Queue documents;
    private final Queue queries;

    /**
     * Creates empty queues.
     *
     * @param makers concurrent renderings, for each of the two queues
     * @param waiting requests that may wait in each of the two queues; further ones are refused
     */
    public RenderQueue(int makers, int waiting) {
        this.documents = new Queue(makers, waiting);
        this.queries = new Queue(makers, waiting);
    }

    /**
     * Runs the work for a request in its turn. Work must not submit other work here.
     *
     * @throws BusyException if too many requests wait already, or no turn comes while enough time is left for the work
     * @throws dev.feedmill.runtime.DeadlineExceededException from the work
     */
    public <T> T make(HttpRequest request, Supplier<T> work) {
        return queue(request).make(request.deadline(), work);
    }

    /**
     * Waits until another request has rendered, or failed to render, the same document.
     *
     * @throws BusyException if too many requests wait already
     * @throws dev.feedmill.runtime.DeadlineExceededException if the deadline passes
     */
    void await(HttpRequest request, CompletableFuture<?> made) {
        queue(request).await(request.deadline(), made);
    }

    /** The number of waiting requests. */
    int waiting() {
        return documents.waiting() + queries.waiting();
    }

    private Queue queue(HttpRequest request) {
        return request.query().text() == null ? documents : queries;
    }

    /** A first-in, first-out queue for one kind of work. */
    private static final class Queue {
        private final Semaphore makers;
        private final int waiting;
        private final Semaphore waitingPlaces;

        Queue(int makers, int waiting) {
            this.makers = new Semaphore(makers, true);
            this.waiting = waiting;
            this.waitingPlaces = new Semaphore(waiting);
        }

        int waiting() {
            return waiting - waitingPlaces.availablePermits();
        }

        <T> T make(Deadline deadline, Supplier<T> work) {
            // The other half of the time is for the work.
            if (!awaitTurn(Duration.ZERO)
                    && !whileWaiting(() -> awaitTurn(deadline.left().dividedBy(2)))) {
                throw new BusyException();
            }
            try {
                deadline.check();
                return work.get();
            } finally {
                makers.release();
            }
        }

        private boolean awaitTurn(Duration within) {
            try {
                return makers.tryAcquire(within.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        void await(Deadline deadline, CompletableFuture<?> made) {
            if (!made.isDone() && !whileWaiting(() -> isDone(made, deadline.left()))) {
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

        private boolean whileWaiting(BooleanSupplier waiting) {
            if (!waitingPlaces.tryAcquire()) {
                throw new BusyException();
            }
            try {
                return waiting.getAsBoolean();
            } finally {
                waitingPlaces.release();
            }
        }
    }
}
