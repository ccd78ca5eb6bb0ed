package dev.feedmill.library.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The article of each file of one change, as {@link IdentityResolver} decided. */
public final class Identities {
    private final Map<String, Long> byPath;
    private final Set<Long> claimed;
    private final Set<String> waiting;
    private final Set<Long> awaited;

    /**
     * Creates the result.
     *
     * @param byPath numbers of articles by path of the changed file; one that is absent is a new article
     * @param waiting paths of changed files that cannot be identified yet
     * @param awaited numbers of the articles that waiting changed files may be
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

    /** Whether no file has this article, but a waiting one may turn out to be it. */
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
