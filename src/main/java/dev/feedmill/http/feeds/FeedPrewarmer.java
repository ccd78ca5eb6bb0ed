package dev.feedmill.http.feeds;

import dev.feedmill.address.Format;
import dev.feedmill.feed.coding.Coding;
import dev.feedmill.http.caching.CachedResponse;
import dev.feedmill.http.message.BusyException;
import dev.feedmill.http.message.Epoch;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.library.change.Change;
import dev.feedmill.selection.Term;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renders the feeds of all articles after a change, so that the clients that poll them most do not wait for it. */
public final class FeedPrewarmer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FeedPrewarmer.class);

    /** Supplies the current handler, which a new configuration replaces. */
    private final Supplier<FeedHandler> feeds;

    private final Epoch epoch;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread named = new Thread(task, "front-feeds");
        named.setDaemon(true);
        return named;
    });

    public FeedPrewarmer(Supplier<FeedHandler> feeds, Epoch epoch) {
        this.feeds = feeds;
        this.epoch = epoch;
    }

    /** Schedules rendering and returns at once; several changes in a row cause one rendering. */
    public void changed(Change change) {
        if (change.terms().contains(Term.EVERYTHING.number())) {
            makeAnew();
        }
    }

    /** Schedules rendering and returns at once. */
    public void makeAnew() {
        if (waiting.compareAndSet(false, true)) {
            try {
                thread.execute(this::make);
            } catch (RejectedExecutionException e) {
                LOG.debug("the server stops", e);
            }
        }
    }

    private void make() {
        waiting.set(false);
        try {
            for (Format format : Format.values()) {
                CachedResponse cached = feeds.get().whole(HttpRequest.own(epoch.now()), Term.EVERYTHING, format);
                for (Coding coding : Coding.values()) {
                    if (coding.isAvailable()) {
                        cached.full(coding);
                    }
                }
            }
        } catch (BusyException e) {
            LOG.debug("others wait already; the next request renders it", e);
        } catch (RuntimeException e) {
            LOG.warn("a feed could not be rendered ahead; the next request renders it", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
