package dev.feedmill.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.feedmill.feed.Document;
import dev.feedmill.library.Change;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The documents that were made, by canonical path, as many as fit.
 *
 * <p>Changes are numbered. A document remembers the number at which its making began and the terms that it lists, so one
 * made from what was read before a change is never taken for fresh after it, whatever the threads' order.
 */
final class Documents {
    private final Cache<String, Made> made;
    private final AtomicLong changes = new AtomicLong();
    private final Map<Long, Long> lastChange = new ConcurrentHashMap<>();

    private record Made(Document document, Set<Long> terms, long begunAt) {}

    Documents(long maxBytes) {
        this.made = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((String key, Made value) ->
                        key.length() * 2 + value.document().weight())
                .build();
    }

    /** To be called after a change can be read, not before. */
    void changed(Change change) {
        long number = changes.incrementAndGet();
        change.terms().forEach(term -> lastChange.merge(term, number, Math::max));
    }

    /** The document where it is there and fresh; never makes one. */
    @Nullable
    Document present(String path) {
        Made there = made.getIfPresent(path);
        return there != null && isFresh(there) ? there.document() : null;
    }

    /** The document, made by one thread while others that ask for it wait. */
    Document get(String path, Set<Long> terms, Supplier<Document> maker) {
        Document present = present(path);
        if (present != null) {
            return present;
        }
        return made.asMap()
                .compute(path, (key, old) -> old != null && isFresh(old) ? old : make(terms, maker))
                .document();
    }

    private Made make(Set<Long> terms, Supplier<Document> maker) {
        long begunAt = changes.get();
        return new Made(maker.get(), Set.copyOf(terms), begunAt);
    }

    private boolean isFresh(Made value) {
        for (Long term : value.terms()) {
            if (lastChange.getOrDefault(term, 0L) > value.begunAt()) {
                return false;
            }
        }
        return true;
    }
}
