package dev.feedmill.http.feeds;

import dev.feedmill.feed.coding.Coding;
import dev.feedmill.feed.item.Format;
import dev.feedmill.http.caching.Documents;
import dev.feedmill.http.caching.Served;
import dev.feedmill.http.message.BusyException;
import dev.feedmill.http.message.Request;
import dev.feedmill.library.write.Change;
import dev.feedmill.selection.Term;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the feeds of everything anew after a change, so that those who poll them most need not wait for it. */
public final class FrontFeeds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FrontFeeds.class);

    /** What the server asks itself. */
    private static final Request OWN = new Request("GET", "/", null, () -> null, name -> null);

    private final Supplier<FeedAnswers> feeds;
    private final Supplier<Documents> documents;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread named = new Thread(task, "front-feeds");
        named.setDaemon(true);
        return named;
    });

    public FrontFeeds(Supplier<FeedAnswers> feeds, Supplier<Documents> documents) {
        this.feeds = feeds;
        this.documents = documents;
    }

    /** Returns at once; many changes in a row are one. */
    public void changed(Change change) {
        if (change.terms().contains(Term.EVERYTHING.number())) {
            makeAnew();
        }
    }

    /** Returns at once. */
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
                Served served = feeds.get()
                        .whole(OWN, Term.EVERYTHING, format, documents.get().mark());
                for (Coding coding : Coding.values()) {
                    if (coding.isAvailable()) {
                        served.full(coding);
                    }
                }
            }
        } catch (BusyException e) {
            LOG.debug("others wait already; whoever asks next has it made", e);
        } catch (RuntimeException e) {
            LOG.warn("a feed could not be made ahead; whoever asks next has it made", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
