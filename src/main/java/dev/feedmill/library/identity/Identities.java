package dev.feedmill.library.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which article each file of one moment is, as {@link IdentityResolver} decided it. */
public final class Identities {
    private final Map<String, Long> byPath;
    private final Set<Long> claimed;
    private final Set<String> waiting;
    private final Set<Long> awaited;

    /**
     * @param byPath numbers of articles by the path of the arrival; an arrival that is not in it is a new article
     * @param waiting paths of arrivals that cannot be told yet
     * @param awaited numbers of articles that arrivals may be which cannot be told yet
     */
    public Identities(Map<String, Long> byPath, Set<String> waiting, Set<Long> awaited) {
        this.byPath = new HashMap<>(byPath);
        this.claimed = Set.copyOf(byPath.values());
        this.waiting = Set.copyOf(waiting);
        this.awaited = Set.copyOf(awaited);
    }

    @Nullable
    public Long article(String path) {
        return byPath.get(path);
    }

    public boolean claimed(@Nullable Long article) {
        return article != null && claimed.contains(article);
    }

    /** Whether nobody has it yet, and a file that waits may. */
    public boolean isAwaited(@Nullable Long article) {
        return article != null && awaited.contains(article) && !claimed.contains(article);
    }

    public boolean isWaiting(String path) {
        return waiting.contains(path);
    }

    public Set<String> waiting() {
        return waiting;
    }
}
