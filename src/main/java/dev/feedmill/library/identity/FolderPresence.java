package dev.feedmill.library.identity;

import dev.feedmill.library.table.FileRow;
import dev.feedmill.library.table.FileTable;
import dev.feedmill.library.table.KnownArticle;
import dev.feedmill.library.table.KnownArticles;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What the folder holds, at the time of one change, at the paths of known files. */
final class FolderPresence {
    private final FolderChange change;
    private final KnownArticles knownArticles;
    private final FileTable files;
    private final Set<String> loaded = new HashSet<>();
    private final Map<String, Arrival> arrivals = new HashMap<>();
    private final Set<Long> missing = new HashSet<>();
    private final Map<Long, Presence> looked = new HashMap<>();

    FolderPresence(Handle handle, FolderChange change, KnownArticles knownArticles) {
        this.change = change;
        this.knownArticles = knownArticles;
        this.files = new FileTable(handle);
        change.arrivals().forEach(arrival -> arrivals.put(arrival.path(), arrival));
        missing.addAll(numbers(change.missing()));
    }

    static List<Long> numbers(Collection<FileRow> rows) {
        return rows.stream().map(FileRow::article).filter(Objects::nonNull).toList();
    }

    /** The new or changed file at this path; null if there is none. */
    @Nullable
    Arrival arrival(String path) {
        return arrivals.get(path);
    }

    boolean isMissing(FileRow row) {
        return row.article() != null && missing.contains(row.article());
    }

    /** Whether its file has been missing for at least the settle time. */
    boolean isMissing(KnownArticle article) {
        return missing.contains(article.number());
    }

    Presence of(FileRow row) {
        if (isMissing(row)) {
            return Presence.GONE;
        }
        Arrival arrival = arrivals.get(row.path());
        if (arrival != null) {
            return arrival.digest().isEmpty() || arrival.hasBytes(row.digest()) ? Presence.SAME : Presence.CHANGED;
        }
        Long article = row.article();
        return article == null
                ? change.presence().apply(row)
                : looked.computeIfAbsent(article, a -> change.presence().apply(row));
    }

    /** Presence of an article's file; an article without a file has lost its path to another. */
    Presence of(KnownArticle article) {
        load(List.of(article));
        FileRow row = files.get(article.path());
        return row == null || !Objects.equals(row.article(), article.number()) ? Presence.GONE : of(row);
    }

    /** Looks up the paths of many articles in one query. */
    void load(Collection<KnownArticle> some) {
        files.load(some.stream().map(KnownArticle::path).filter(loaded::add).toList());
    }

    /** The article in this file; null if there is none or it is elsewhere. */
    @Nullable
    KnownArticle holder(FileRow row) {
        Long number = row.article();
        KnownArticle article = number == null ? null : knownArticles.get(number);
        return article != null && !article.removed() && article.path().equals(row.path()) ? article : null;
    }
}
