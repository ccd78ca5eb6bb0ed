package dev.feedmill.library.table;

import dev.feedmill.library.sql.Chunks;
import dev.feedmill.library.sql.Hashes;
import dev.feedmill.library.sql.NameFolding;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of {@code article} in one transaction, as they will be after {@link #flush}; loaded rows have no body. */
public final class ArticleTable {
    private final Handle handle;
    private final Map<Long, Optional<ArticleRow>> byNumber = new HashMap<>();
    private final Map<String, Optional<Long>> byKey = new HashMap<>();
    private final Map<String, Optional<Long>> byEntryHash = new HashMap<>();
    private final Map<String, Optional<Long>> bySlug = new HashMap<>();
    private final Map<Long, ArticleWrite> writes = new LinkedHashMap<>();
    private long last = -1;

    public ArticleTable(Handle handle) {
        this.handle = handle;
    }

    public void loadNumbers(Collection<Long> numbers) {
        numbers.forEach(number -> byNumber.putIfAbsent(number, Optional.empty()));
        load("a.number", numbers);
    }

    /** Loads the rows with these keys in one query; other keys need a query each. */
    public void loadKeys(Collection<String> keys) {
        keys.forEach(key -> byKey.putIfAbsent(key, Optional.empty()));
        load(KnownArticles.KEY, keys.stream().map(KnownArticles::start).toList());
    }

    /** Loads the rows with these ids in one query; other ids need a query each. */
    public void loadEntryIds(Collection<String> ids) {
        List<String> hashes = ids.stream().map(Hashes::hex).toList();
        hashes.forEach(hash -> byEntryHash.putIfAbsent(hash, Optional.empty()));
        load("a.entry_hash", hashes);
    }

    public void loadSlugs(Collection<String> slugs) {
        List<String> folded = slugs.stream().map(NameFolding::fold).toList();
        folded.forEach(slug -> bySlug.putIfAbsent(slug, Optional.empty()));
        load("a.slug_folded", folded);
    }

    @Nullable
    public ArticleRow get(long number) {
        if (!byNumber.containsKey(number)) {
            loadNumbers(List.of(number));
        }
        return byNumber.getOrDefault(number, Optional.empty()).orElse(null);
    }

    public boolean keyTaken(String key) {
        if (!byKey.containsKey(key)) {
            loadKeys(List.of(key));
        }
        return byKey.getOrDefault(key, Optional.empty()).isPresent();
    }

    /** The next number, above all others: of articles with equal times, the last one added is the newest. */
    public long nextNumber() {
        if (last < 0) {
            last = handle.createQuery("SELECT coalesce(max(number), 0) FROM article")
                    .mapTo(Long.class)
                    .one();
        }
        last = Math.incrementExact(last);
        return last;
    }

    @Nullable
    public ArticleRow holderOfEntryId(String id) {
        String hash = Hashes.hex(id);
        if (!byEntryHash.containsKey(hash)) {
            loadEntryIds(List.of(id));
        }
        Long number = byEntryHash.getOrDefault(hash, Optional.empty()).orElse(null);
        return number == null ? null : get(number);
    }

    public boolean slugTaken(String slug) {
        String folded = NameFolding.fold(slug);
        if (!bySlug.containsKey(folded)) {
            loadSlugs(List.of(slug));
        }
        return bySlug.getOrDefault(folded, Optional.empty()).isPresent();
    }

    /** Schedules a row to be written, in whole or, without its body, only its state. */
    public void put(ArticleRow row, ArticleWrite.Extent extent) {
        remember(row);
        ArticleWrite earlier = writes.remove(row.number());
        writes.put(row.number(), ArticleWrite.of(row, extent, earlier));
    }

    /** Writes the rows; returns their numbers. */
    public Set<Long> flush() {
        ArticleWrite.run(handle, writes.values());
        Set<Long> written = Set.copyOf(writes.keySet());
        writes.clear();
        return written;
    }

    private <T> void load(String column, Collection<T> values) {
        for (List<T> some : Chunks.of(values)) {
            handle.createQuery("SELECT " + ArticleRowMapper.HEAD + " FROM article a WHERE " + column + " IN (<values>)")
                    .bindList("values", some)
                    .map((row, context) -> ArticleRowMapper.head(row))
                    .list()
                    .forEach(this::rememberLoaded);
        }
    }

    /** Ignores a loaded row that this transaction has already changed. */
    private void rememberLoaded(ArticleRow row) {
        if (!writes.containsKey(row.number())) {
            remember(row);
        }
    }

    private void remember(ArticleRow row) {
        Optional<ArticleRow> before = byNumber.getOrDefault(row.number(), Optional.empty());
        before.ifPresent(old -> byEntryHash.put(Hashes.hex(old.entryId()), Optional.empty()));
        byNumber.put(row.number(), Optional.of(row));
        byKey.put(row.key(), Optional.of(row.number()));
        byEntryHash.put(Hashes.hex(row.entryId()), Optional.of(row.number()));
        bySlug.put(NameFolding.fold(row.slug()), Optional.of(row.number()));
    }
}
