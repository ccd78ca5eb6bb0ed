package dev.feedmill.http.caching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.feedmill.http.message.BusyException;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.library.write.Change;
import dev.feedmill.pages.part.StatusFacts;
import dev.feedmill.runtime.AskerLeftException;
import dev.feedmill.runtime.TooSlowException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The documents that were made, by canonical path, as many as fit. Behind a blank, a path says at what time or since which
 * tag: all of these are versions of one document.
 *
 * <p>Changes are numbered. A document remembers the number at which reading for it began and the terms that it lists, so
 * one made from what was read before a change is never taken for fresh after it, whatever the threads' order.
 */
public final class DocumentCache {
    private static final int VALIDATORS_BYTES = 2_000;

    private final RenderQueue workshop;
    private final Map<String, Making> making = new ConcurrentHashMap<>();
    private final Cache<String, Made> made;
    private final Cache<String, Known> known;
    private final AtomicLong changes = new AtomicLong();
    private final Map<Long, Long> lastChange = new ConcurrentHashMap<>();
    private final ModificationTimes times;
    private volatile long lastUnknown;

    private record Made(CachedResponse served, Set<Long> terms, long asOf) {
        Made with(Validators validators) {
            return new Made(served.with(validators), terms, asOf);
        }
    }

    /** What outlives a document that had to make room for others. */
    private record Known(Validators validators, Set<Long> terms, long asOf) {}

    /**
     * What a request has made just now.
     *
     * @param mark from before the terms were looked up
     * @param result nothing where there is no such document; fails with the work for it
     */
    private record Making(long mark, CompletableFuture<Optional<Made>> result) {
        /** False where the work was given up for reasons of whoever asked for it: others may have more time. */
        boolean wasMade() {
            try {
                result.join();
                return true;
            } catch (CompletionException e) {
                if (e.getCause() instanceof TooSlowException
                        || e.getCause() instanceof AskerLeftException
                        || e.getCause() instanceof BusyException) {
                    return false;
                }
                throw e;
            }
        }
    }

    /** @param maxBytes of memory, an eighth of it for validators */
    public DocumentCache(long maxBytes, RenderQueue workshop, ModificationTimes times) {
        this.workshop = workshop;
        this.times = times;
        this.known = Caffeine.newBuilder()
                .maximumWeight(maxBytes / 8)
                .weigher((String key, Known value) -> key.length() * 2 + VALIDATORS_BYTES)
                .executor(Runnable::run)
                .build();
        this.made = Caffeine.newBuilder()
                .maximumWeight(maxBytes - maxBytes / 8)
                .weigher((String key, Made value) ->
                        key.length() * 2 + value.served().document().weight())
                .executor(Runnable::run)
                .build();
    }

    /** What is kept now, about. */
    public StatusFacts.Cache size() {
        long bytes = made.policy()
                .eviction()
                .map(eviction -> eviction.weightedSize().orElse(0))
                .orElse(0L);
        return new StatusFacts.Cache(made.estimatedSize(), bytes);
    }

    /** To be called after a change can be read, not before. */
    public void changed(Change change) {
        times.changed(change);
        long number = changes.incrementAndGet();
        change.terms().forEach(term -> lastChange.merge(term, number, Math::max));
        if (change.unknown()) {
            lastUnknown = number;
        }
    }

    /** The number of the last change. To be asked before anything is read for a document, its term or article too. */
    public long mark() {
        return changes.get();
    }

    /** The document where it is there and fresh; never makes one. */
    @Nullable
    public CachedResponse present(String path) {
        Made there = made.getIfPresent(path);
        if (there == null || !isFresh(there.terms(), there.asOf())) {
            return null;
        }
        long now = times.now();
        if (there.served().validators().areTrue(now)) {
            return there.served();
        }
        Made again = there.with(there.served().validators().again(now));
        made.asMap().replace(path, there, again);
        return again.served();
    }

    /** Those of the document as it would be made now, where that is known; it may be there no more. */
    @Nullable
    public Validators validators(String path) {
        Known there = known.getIfPresent(path);
        return there != null && isFresh(there.terms(), there.asOf())
                ? there.validators().again(times.now())
                : null;
    }

    /**
     * The document, made for one request while others that ask for it wait.
     *
     * @param terms whose changes make another of it
     * @param mark from {@link #mark} before the terms were looked up
     */
    public CachedResponse get(
            HttpRequest request, String path, Set<Long> terms, long mark, Supplier<CachedResponse> maker) {
        return Objects.requireNonNull(find(request, path, terms, mark, maker), path);
    }

    /** The same where the maker may find that there is none. */
    @Nullable
    public CachedResponse find(
            HttpRequest request,
            String path,
            Set<Long> terms,
            long mark,
            Supplier<? extends @Nullable CachedResponse> maker) {
        while (true) {
            CachedResponse present = present(path);
            if (present != null) {
                return present;
            }
            Making mine = new Making(mark, new CompletableFuture<>());
            Making others = making.putIfAbsent(path, mine);
            if (others == null) {
                return served(make(request, path, terms, mine, maker));
            }
            workshop.await(request, others.result());
            if (others.wasMade()
                    && (others.mark() >= mark
                            || others.result()
                                    .join()
                                    .filter(made -> serves(made, mark))
                                    .isPresent())) {
                return served(others.result().join());
            }
        }
    }

    /** Those who waited while a change came in take what was begun no earlier than they asked; later ones do not. */
    private boolean serves(Made there, long mark) {
        return there.asOf() >= mark || isFresh(there.terms(), there.asOf());
    }

    private static @Nullable CachedResponse served(Optional<Made> made) {
        return made.map(Made::served).orElse(null);
    }

    /** Outside of the cache's own locks, so that nobody waits who asks for something else. */
    private Optional<Made> make(
            HttpRequest request,
            String path,
            Set<Long> terms,
            Making making,
            Supplier<? extends @Nullable CachedResponse> maker) {
        try {
            // Whoever made it before may have ended just now.
            Made there = made.getIfPresent(path);
            Optional<Made> result = there != null && serves(there, making.mark())
                    ? Optional.of(there)
                    : workshop.make(
                            request,
                            () -> Optional.ofNullable(maker.get())
                                    .map(served -> made(path, terms, making.mark(), served)));
            result.ifPresent(made -> keep(path, made));
            this.making.remove(path, making);
            making.result().complete(result);
            return result;
        } catch (RuntimeException | Error e) {
            this.making.remove(path, making);
            making.result().completeExceptionally(e);
            throw e;
        }
    }

    private Made made(String path, Set<Long> terms, long mark, CachedResponse served) {
        Validators validators = served.validators();
        int blank = path.indexOf(' ');
        LastModified modified = times.of(blank < 0 ? path : path.substring(0, blank), validators.digest(), terms);
        return new Made(served.with(validators.modified(modified, times.now())), Set.copyOf(terms), mark);
    }

    private void keep(String path, Made result) {
        made.put(path, result);
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
