package dev.feedmill.library.identity;

import dev.feedmill.library.table.KnownArticle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records which files of one change have claimed which articles; each article once. */
final class Claims {
    private final Map<String, Long> articles = new HashMap<>();
    private final Map<Long, String> paths = new HashMap<>();
    private final Set<String> waiting = new HashSet<>();
    private final Set<Long> awaited = new HashSet<>();
    private final Set<String> unidentified = new HashSet<>();
    private final Set<String> mayWait;

    /**
     * Creates an empty record.
     *
     * @param mayWait paths of files that may wait to be identified
     */
    Claims(Set<String> mayWait) {
        this.mayWait = mayWait;
    }

    Identities identities() {
        return new Identities(articles, waiting, awaited);
    }

    boolean isOpen(ChangedFile file) {
        return !articles.containsKey(file.path()) && !waiting.contains(file.path());
    }

    boolean isFree(KnownArticle article) {
        return !paths.containsKey(article.number());
    }

    @Nullable
    Long article(String path) {
        return articles.get(path);
    }

    void claim(ChangedFile file, KnownArticle article) {
        articles.put(file.path(), article.number());
        paths.put(article.number(), file.path());
    }

    void withdraw(ChangedFile file) {
        Long article = articles.remove(file.path());
        if (article != null) {
            paths.remove(article);
        }
    }

    /** Makes the file wait if it may be identified later; returns whether it waits. */
    boolean defer(ChangedFile file) {
        return mayWait.contains(file.path()) && waiting.add(file.path());
    }

    /** Makes the file wait if it may turn out to be this article; the article is not removed before that. */
    boolean defer(ChangedFile file, KnownArticle article) {
        boolean waits = defer(file);
        if (waits) {
            awaited.add(article.number());
        }
        return waits;
    }

    boolean isAnyWaiting() {
        return !waiting.isEmpty();
    }

    /** Records that a known file never became an article, as it could not be read: its path gives it no claim. */
    void recordUnidentified(String path) {
        unidentified.add(path);
    }

    void moveUnidentified(String from, String to) {
        unidentified.remove(from);
        unidentified.add(to);
    }

    boolean isUnidentified(String path) {
        return unidentified.contains(path);
    }

    /** Of the free articles without a file, the one nearest to the file's path. */
    @Nullable
    KnownArticle nearest(ChangedFile file, List<KnownArticle> removed) {
        return removed.stream()
                .filter(KnownArticle::removed)
                .filter(this::isFree)
                .min(KnownArticle.nearestTo(file.path()))
                .orElse(null);
    }
}
