package dev.feedmill.library;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which article each file of one moment is, as {@link IdentityResolver} decided it. */
final class Identities {
    private final Map<String, Long> byPath;
    private final Set<Long> claimed;
    private final Set<String> waiting;

    /**
     * @param byPath numbers of articles by the path of the arrival; an arrival that is not in it is a new article
     * @param waiting paths of arrivals that cannot be told yet
     */
    Identities(Map<String, Long> byPath, Set<String> waiting) {
        this.byPath = new HashMap<>(byPath);
        this.claimed = Set.copyOf(byPath.values());
        this.waiting = Set.copyOf(waiting);
    }

    @Nullable
    Long article(String path) {
        return byPath.get(path);
    }

    boolean claimed(@Nullable Long article) {
        return article != null && claimed.contains(article);
    }

    boolean isWaiting(String path) {
        return waiting.contains(path);
    }

    Set<String> waiting() {
        return waiting;
    }
}
