package dev.feedmill.library.table;

import dev.feedmill.library.sql.Chunks;
import dev.feedmill.library.sql.Hashes;
import dev.feedmill.library.sql.NameFolding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Finds the articles that files may be, in batches, in one transaction. */
public final class KnownArticles {
    /** The indexed prefix of a key, since a whole key may be too long for an index. */
    static final String KEY = "substr(a.article_key, 1, 200)";

    /** Length of the path and key prefixes in the indexes. */
    private static final int INDEXED = 200;

    private final Handle handle;
    private final Map<Long, Optional<KnownArticle>> byNumber = new HashMap<>();
    private final Map<String, Optional<KnownArticle>> byKey = new HashMap<>();

    public KnownArticles(Handle handle) {
        this.handle = handle;
    }

    public void load(Collection<Long> numbers) {
        List<Long> unknown =
                numbers.stream().filter(number -> !byNumber.containsKey(number)).toList();
        unknown.forEach(number -> byNumber.put(number, Optional.empty()));
        select("a.number IN (<values>)", unknown).forEach(this::remember);
    }

    @Nullable
    public KnownArticle get(long number) {
        load(List.of(number));
        return byNumber.getOrDefault(number, Optional.empty()).orElse(null);
    }

    /** The article with this key, which is its first path. */
    @Nullable
    public KnownArticle ofKey(String key) {
        loadKeys(List.of(key));
        return byKey.getOrDefault(key, Optional.empty()).orElse(null);
    }

    public void loadKeys(Collection<String> keys) {
        List<String> unknown =
                keys.stream().filter(key -> !byKey.containsKey(key)).toList();
        unknown.forEach(key -> byKey.put(key, Optional.empty()));
        select(
                        KEY + " IN (<values>)",
                        unknown.stream().map(KnownArticles::start).toList())
                .forEach(this::remember);
    }

    /** The indexed prefix of a path or key. */
    static String start(String path) {
        return NameFolding.cut(path, INDEXED);
    }

    public Map<String, KnownArticle> ofEntryIds(Collection<String> ids) {
        Map<String, KnownArticle> found = new HashMap<>();
        select("a.entry_hash IN (<values>)", ids.stream().map(Hashes::hex).toList())
                .forEach(article -> found.put(article.entryId(), remember(article)));
        return found;
    }

    /** Articles without a file whose last bytes had these digests. */
    public Map<String, List<KnownArticle>> removedWithBytes(Collection<String> digests) {
        Map<String, List<KnownArticle>> found = new HashMap<>();
        select("a.removed_at IS NOT NULL AND a.file_digest IN (<values>)", digests)
                .forEach(article -> found.computeIfAbsent(article.digest(), d -> new ArrayList<>())
                        .add(remember(article)));
        return found;
    }

    /** Articles without a file that were last at these paths. */
    public Map<String, List<KnownArticle>> removedAt(Collection<String> paths) {
        Map<String, List<KnownArticle>> found = new HashMap<>();
        List<String> starts = paths.stream().map(KnownArticles::start).toList();
        select("a.removed_at IS NOT NULL AND substr(a.path, 1, 200) IN (<values>)", starts)
                .forEach(article -> found.computeIfAbsent(article.path(), p -> new ArrayList<>())
                        .add(remember(article)));
        return found;
    }

    private KnownArticle remember(KnownArticle article) {
        byNumber.put(article.number(), Optional.of(article));
        byKey.put(article.key(), Optional.of(article));
        return article;
    }

    private <T> List<KnownArticle> select(String condition, Collection<T> values) {
        List<KnownArticle> found = new ArrayList<>();
        for (List<T> some : Chunks.of(values)) {
            Query query = handle.createQuery("SELECT " + KnownArticle.COLUMNS + " FROM article a WHERE " + condition);
            found.addAll(query.bindList("values", some)
                    .map((row, context) -> KnownArticle.of(row))
                    .list());
        }
        return found;
    }
}
