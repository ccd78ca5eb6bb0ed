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
final class FolderState {
    private final FolderChange change;
    private final KnownArticles knownArticles;
    private final FileTable files;
    private final Set<String> loaded = new HashSet<>();
    private final Map<String, ChangedFile> changedFiles = new HashMap<>();
    private final Set<Long> missing = new HashSet<>();
    private final Map<Long, FileState> looked = new HashMap<>();

    FolderState(Handle handle, FolderChange change, KnownArticles knownArticles) {
        this.change = change;
        this.knownArticles = knownArticles;
        this.files = new FileTable(handle);
        change.changedFiles().forEach(file -> changedFiles.put(file.path(), file));
        missing.addAll(numbers(change.missing()));
    }

    static List<Long> numbers(Collection<FileRow> rows) {
        return rows.stream().map(FileRow::article).filter(Objects::nonNull).toList();
    }

    /** The new or changed file at this path; null if there is none. */
    @Nullable
    ChangedFile changedFile(String path) {
        return changedFiles.get(path);
    }

    boolean isMissing(FileRow row) {
        return row.article() != null && missing.contains(row.article());
    }

    /** Whether its file has been missing for at least the settle time. */
    boolean isMissing(KnownArticle article) {
        return missing.contains(article.number());
    }

    FileState of(FileRow row) {
        if (isMissing(row)) {
            return FileState.GONE;
        }
        ChangedFile file = changedFiles.get(row.path());
        if (file != null) {
            return file.digest().isEmpty() || file.hasBytes(row.digest()) ? FileState.SAME : FileState.CHANGED;
        }
        Long article = row.article();
        return article == null
                ? change.state().apply(row)
                : looked.computeIfAbsent(article, a -> change.state().apply(row));
    }

    /** State of an article's file; an article without a file has lost its path to another. */
    FileState of(KnownArticle article) {
        load(List.of(article));
        FileRow row = files.get(article.path());
        return row == null || !Objects.equals(row.article(), article.number()) ? FileState.GONE : of(row);
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
