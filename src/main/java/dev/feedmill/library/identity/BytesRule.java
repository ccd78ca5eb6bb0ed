package dev.feedmill.library.identity;

import dev.feedmill.library.table.FileRow;
import dev.feedmill.library.table.FileTable;
import dev.feedmill.library.table.KnownArticle;
import dev.feedmill.library.table.KnownArticles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Identity rule: a file is the article with the same bytes, if that article's own file is gone or changed. */
final class BytesRule {
    private final Handle handle;
    private final FolderChange change;
    private final KnownArticles knownArticles;
    private final FolderState folderState;
    private final Claims claims;

    BytesRule(Handle handle, FolderChange change, KnownArticles knownArticles, FolderState folderState, Claims claims) {
        this.handle = handle;
        this.change = change;
        this.knownArticles = knownArticles;
        this.folderState = folderState;
        this.claims = claims;
    }

    void apply(List<ChangedFile> changedFiles) {
        List<ChangedFile> open =
                changedFiles.stream().filter(file -> !file.digest().isEmpty()).toList();
        Set<String> digests = open.stream().map(ChangedFile::digest).collect(Collectors.toSet());
        Map<String, List<FileRow>> standing = withBytes(digests);
        Map<String, List<KnownArticle>> removed = knownArticles.removedWithBytes(digests);
        for (ChangedFile file : open) {
            List<FileRow> same = standing.getOrDefault(file.digest(), List.of());
            KnownArticle left = left(file, same);
            KnownArticle found =
                    left != null ? left : claims.nearest(file, removed.getOrDefault(file.digest(), List.of()));
            FileRow unread = file.refused() ? unread(file, same) : null;
            if (found != null) {
                claims.claim(file, found);
            } else if (unread != null) {
                claims.moveUnidentified(unread.path(), file.path());
            } else if (same.stream()
                    .anyMatch(row ->
                            row.article() != null && isElsewhere(row, file) && folderState.of(row) == FileState.SAME)) {
                // A copy, or the first half of a move.
                claims.defer(file);
            }
        }
    }

    private Map<String, List<FileRow>> withBytes(Collection<String> digests) {
        Map<String, List<FileRow>> found = new HashMap<>();
        List<FileRow> all = new ArrayList<>(change.missing());
        all.addAll(FileTable.withBytes(handle, digests));
        knownArticles.load(FolderState.numbers(all));
        Set<FileRow> seen = new HashSet<>();
        all.stream()
                .filter(row -> digests.contains(row.digest()) && seen.add(row))
                .forEach(row -> found.computeIfAbsent(row.digest(), d -> new ArrayList<>())
                        .add(row));
        return found;
    }

    /** The old path of a moved file that was never readable and so never became an article. */
    private @Nullable FileRow unread(ChangedFile file, List<FileRow> same) {
        return same.stream()
                .filter(row -> row.article() == null && isElsewhere(row, file) && folderState.of(row) != FileState.SAME)
                .max(Comparator.comparing(row -> claims.isUnidentified(row.path())))
                .orElse(null);
    }

    private static boolean isElsewhere(FileRow row, ChangedFile file) {
        return !row.path().equals(file.path());
    }

    /**
     * An article whose bytes are no longer at its path: first one that began at the new path, then one with this file
     * name.
     */
    private @Nullable KnownArticle left(ChangedFile file, List<FileRow> same) {
        return same.stream()
                .filter(row -> folderState.isMissing(row) || isElsewhere(row, file))
                .map(row -> folderState.of(row) == FileState.SAME ? null : folderState.holder(row))
                .filter(Objects::nonNull)
                .filter(claims::isFree)
                .min(Comparator.comparing((KnownArticle article) -> !article.beganAt(file.path()))
                        .thenComparing(article -> !name(article.path()).equals(name(file.path())))
                        .thenComparing(KnownArticle::path))
                .orElse(null);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
