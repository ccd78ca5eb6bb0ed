package dev.feedmill.http.caching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.feedmill.http.message.BusyException;
import dev.feedmill.http.message.Epoch;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.library.change.Change;
import dev.feedmill.pages.part.StatusFacts;
import dev.feedmill.runtime.ClientGoneException;
import dev.feedmill.runtime.DeadlineExceededException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A cache of rendered documents by canonical path, bounded in size. A key may continue after a space with a time or a
 * base tag: such keys are versions of one document.
 *
 * <p>Changes are numbered. A document stores the epoch of the request that it was rendered for, and the terms that it
 * lists. A document rendered from data read before a change is thus never taken for fresh after it, in whatever
 * order threads run.
 */
public final class DocumentCache {
    private static final int VALIDATORS_BYTES = 2_000;

    private final RenderQueue renderQueue;
    private final Map<String, Rendering> inProgress = new ConcurrentHashMap<>();
    private final Cache<String, CachedDocument> documents;
    private final Cache<String, Known> known;
    private final Map<Long, Long> lastChange = new ConcurrentHashMap<>();
    private final ModificationTimes times;
    private volatile long lastUnknown;

    /**
     * A document in the cache.
     *
     * @param asOf epoch of the request for which it was rendered
     */
    private record CachedDocument(CachedResponse served, Set<Long> terms, long asOf) {
        CachedDocument with(Validators validators) {
            return new CachedDocument(served.with(validators), terms, asOf);
        }
    }

    /** What remains known of a document after its eviction. */
    private record Known(Validators validators, Set<Long> terms, long asOf) {}

    /**
     * A rendering in progress.
     *
     * @param epoch of the request that it is for
     * @param result empty if there is no such document; fails if rendering fails
     */
    private record Rendering(long epoch, CompletableFuture<Optional<CachedDocument>> result) {
        /**
         * Whether rendering ended on its own account; false if it was given up for its requester's sake, since other
         * requests may have more time.
         */
        boolean hasEnded() {
            try {
                result.join();
                return true;
            } catch (CompletionException e) {
                if (e.getCause() instanceof DeadlineExceededException
                        || e.getCause() instanceof ClientGoneException
                        || e.getCause() instanceof BusyException) {
                    return false;
                }
                throw e;
            }
        }
    }

    /** @param maxBytes of memory, an eighth of it for validators */
    public DocumentCache(long maxBytes, RenderQueue renderQueue, ModificationTimes times) {
        this.renderQueue = renderQueue;
        this.times = times;
        this.known = Caffeine.newBuilder()
                .maximumWeight(maxBytes / 8)
                .weigher((String key, Known value) -> key.length() * 2 + VALIDATORS_BYTES)
                .executor(Runnable::run)
                .build();
        this.documents = Caffeine.newBuilder()
                .maximumWeight(maxBytes - maxBytes / 8)
                .weigher((String key, CachedDocument value) ->
                        key.length() * 2 + value.served().document().weight())
                .executor(Runnable::run)
                .build();
    }

    /** Approximate size of the cache now. */
    public StatusFacts.Cache size() {
        long bytes = documents
                .policy()
                .eviction()
                .map(eviction -> eviction.weightedSize().orElse(0))
                .orElse(0L);
        return new StatusFacts.Cache(documents.estimatedSize(), bytes);
    }

    /** Notes a change, and counts it. Call it after the change is readable, not before. */
    public void changed(Change change, Epoch epoch) {
        times.changed(change);
        long number = epoch.next();
        change.terms().forEach(term -> lastChange.merge(term, number, Math::max));
        if (change.unknown()) {
            lastUnknown = number;
        }
    }

    /** The cached document if it is fresh; null otherwise. Never renders. */
    @Nullable
    public CachedResponse fresh(String path) {
        CachedDocument there = documents.getIfPresent(path);
        if (there == null || !isFresh(there.terms(), there.asOf())) {
            return null;
        }
        long now = times.now();
        if (there.served().validators().areCurrent(now)) {
            return there.served();
        }
        CachedDocument again = there.with(there.served().validators().asOf(now));
        documents.asMap().replace(path, there, again);
        return again.served();
    }

    /** The validators of the current document, if known; the document itself may have been evicted. */
    @Nullable
    public Validators validators(String path) {
        Known there = known.getIfPresent(path);
        return there != null && isFresh(there.terms(), there.asOf())
                ? there.validators().asOf(times.now())
                : null;
    }

    /**
     * The document, rendered at most once for all concurrent requests.
     *
     * @param terms terms whose changes make the document stale
     */
    public CachedResponse get(HttpRequest request, String path, Set<Long> terms, Supplier<CachedResponse> maker) {
        return Objects.requireNonNull(find(request, path, terms, maker), path);
    }

    /** As {@link #get}, with a maker that returns null if there is no such document. */
    @Nullable
    public CachedResponse find(
            HttpRequest request, String path, Set<Long> terms, Supplier<? extends @Nullable CachedResponse> maker) {
        while (true) {
            CachedResponse present = fresh(path);
            if (present != null) {
                return present;
            }
            Rendering mine = new Rendering(request.epoch(), new CompletableFuture<>());
            Rendering others = inProgress.putIfAbsent(path, mine);
            if (others == null) {
                return served(make(request, path, terms, mine, maker));
            }
            renderQueue.await(request, others.result());
            if (others.hasEnded()
                    && (others.epoch() >= request.epoch()
                            || others.result()
                                    .join()
                                    .filter(made -> answers(made, request.epoch()))
                                    .isPresent())) {
                return served(others.result().join());
            }
        }
    }

    /**
     * Whether a rendering answers a request. A request that waited during a change accepts a rendering that began no
     * earlier than the request; later requests do not.
     */
    private boolean answers(CachedDocument there, long epoch) {
        return there.asOf() >= epoch || isFresh(there.terms(), there.asOf());
    }

    private static @Nullable CachedResponse served(Optional<CachedDocument> made) {
        return made.map(CachedDocument::served).orElse(null);
    }

    /** Renders outside of the cache's locks, so that requests for other documents do not wait. */
    private Optional<CachedDocument> make(
            HttpRequest request,
            String path,
            Set<Long> terms,
            Rendering rendering,
            Supplier<? extends @Nullable CachedResponse> maker) {
        try {
            // Another thread may have finished the rendering just now.
            CachedDocument there = documents.getIfPresent(path);
            Optional<CachedDocument> result = there != null && answers(there, rendering.epoch())
                    ? Optional.of(there)
                    : renderQueue.make(request, () -> {
                        long asOf = times.lastKnownChange();
                        return Optional.ofNullable(maker.get())
                                .map(served -> made(path, terms, rendering.epoch(), asOf, served));
                    });
            result.ifPresent(made -> keep(path, made));
            this.inProgress.remove(path, rendering);
            rendering.result().complete(result);
            return result;
        } catch (RuntimeException | Error e) {
            this.inProgress.remove(path, rendering);
            rendering.result().completeExceptionally(e);
            throw e;
        }
    }

    private CachedDocument made(String path, Set<Long> terms, long epoch, long asOf, CachedResponse served) {
        Validators validators = served.validators();
        int space = path.indexOf(' ');
        LastModified modified = times.of(space < 0 ? path : path.substring(0, space), validators.digest(), terms, asOf);
        CachedResponse dated = modified == null ? served : served.with(validators.modified(modified, times.now()));
        return new CachedDocument(dated, Set.copyOf(terms), epoch);
    }

    private void keep(String path, CachedDocument result) {
        documents.put(path, result);
        known.put(path, new Known(result.served().validators(), result.terms(), result.asOf()));
    }

    private boolean isFresh(Set<Long> terms, long asOf) {
        if (lastUnknown > asOf) {
            return false;
        }
        for (Long term : terms) {
            if (lastChange.getOrDefault(term, 0L) > asOf) {
                return false;
            }
        }
        return true;
    }
}
