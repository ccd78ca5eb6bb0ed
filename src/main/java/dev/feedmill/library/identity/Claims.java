package dev.feedmill.library.identity;

import dev.feedmill.library.table.Holding;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which files of one moment have claimed which articles so far; each article once. */
final class Claims {
    private final Map<String, Long> articles = new HashMap<>();
    private final Map<Long, String> paths = new HashMap<>();
    private final Set<String> waiting = new HashSet<>();
    private final Set<Long> awaited = new HashSet<>();
    private final Set<String> nobodys = new HashSet<>();
    private final Set<String> patient;

    /** @param patient paths of files that may wait to be told */
    Claims(Set<String> patient) {
        this.patient = patient;
    }

    Identities identities() {
        return new Identities(articles, waiting, awaited);
    }

    boolean isOpen(Arrival arrival) {
        return !articles.containsKey(arrival.path()) && !waiting.contains(arrival.path());
    }

    boolean isFree(Holding holding) {
        return !paths.containsKey(holding.number());
    }

    @Nullable
    Long article(String path) {
        return articles.get(path);
    }

    void claim(Arrival arrival, Holding holding) {
        articles.put(arrival.path(), holding.number());
        paths.put(holding.number(), arrival.path());
    }

    void takeBack(Arrival arrival) {
        Long article = articles.remove(arrival.path());
        if (article != null) {
            paths.remove(article);
        }
    }

    /** Whether it may be told later; then it waits. */
    boolean defer(Arrival arrival) {
        return patient.contains(arrival.path()) && waiting.add(arrival.path());
    }

    /** Whether it may be told later that it is this article, which is not gone before that. */
    boolean defer(Arrival arrival, Holding holding) {
        boolean waits = defer(arrival);
        if (waits) {
            awaited.add(holding.number());
        }
        return waits;
    }

    boolean isAnyWaiting() {
        return !waiting.isEmpty();
    }

    /** A file that is known and never was an article, since it could not be read: it has no right by its path. */
    void nobody(String path) {
        nobodys.add(path);
    }

    void nobodyMoves(String from, String to) {
        nobodys.remove(from);
        nobodys.add(to);
    }

    boolean isNobody(String path) {
        return nobodys.contains(path);
    }

    /** Of those without a file that are free, the one that is nearest to where the file is now. */
    @Nullable
    Holding nearest(Arrival arrival, List<Holding> removed) {
        return removed.stream()
                .filter(Holding::removed)
                .filter(this::isFree)
                .min(Holding.nearestTo(arrival.path()))
                .orElse(null);
    }
}
