package dev.feedmill.library.identity;

import dev.feedmill.library.table.FileRow;
import dev.feedmill.library.table.FileTable;
import dev.feedmill.library.table.KnownArticle;
import dev.feedmill.library.table.KnownArticles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Decides which article each file of one change is; no other class does. Changed files claim articles, one rule for
 * all files before the next rule: by the id that they declare; by their own path and bytes; by the bytes of a file that
 * is gone or changed; by their own path; by the path at which an article without a file was last, then first; by title,
 * date and nearly the same text as a removed file. A path never makes a file an article with another declared id,
 * unless part of that article is still in the file.
 */
public final class IdentityResolver {
    /**
     * Maximum number of articles with one title and date to compare; above it, a file is not taken for an edited copy.
     */
    private static final int MAX_TEXTS = 20;

    private final Handle handle;
    private final FolderChange change;
    private final KnownArticles knownArticles;
    private final FolderState folderState;
    private final Map<String, FileRow> rows = new HashMap<>();
    private final Map<String, KnownArticle> own = new HashMap<>();
    /** Paths of files that certainly are other articles than those formerly at these paths. */
    private final Set<String> others = new HashSet<>();

    private final Claims claims;

    private IdentityResolver(Handle handle, FolderChange change) {
        this.handle = handle;
        this.change = change;
        this.knownArticles = new KnownArticles(handle);
        this.folderState = new FolderState(handle, change, knownArticles);
        this.claims = new Claims(change.mayWait());
    }

    public static Identities resolve(Handle handle, FolderChange change) {
        return new IdentityResolver(handle, change).resolve();
    }

    private Identities resolve() {
        load();
        claimByDeclaredId();
        claimOwnBytes();
        new BytesRule(handle, change, knownArticles, folderState, claims).apply(open());
        claimOwnPath();
        claimByFormerPath();
        claimByText();
        keepExchangesTogether();
        return claims.identities();
    }

    private void load() {
        FileTable files = new FileTable(handle);
        files.load(change.changedFiles().stream().map(ChangedFile::path).toList());
        knownArticles.load(FolderState.numbers(files.all()));
        knownArticles.load(FolderState.numbers(change.missing()));
        for (FileRow row : files.all()) {
            rows.put(row.path(), row);
            if (row.article() == null) {
                claims.recordUnidentified(row.path());
            }
            KnownArticle article = folderState.holder(row);
            if (article != null) {
                own.put(row.path(), article);
            }
        }
    }

    private List<ChangedFile> open() {
        return change.changedFiles().stream()
                .filter(file -> claims.isOpen(file))
                .toList();
    }

    private void claimByDeclaredId() {
        Map<String, List<ChangedFile>> declaring = open().stream()
                .filter(file -> file.entryId() != null)
                .collect(Collectors.groupingBy(file -> Objects.requireNonNull(file.entryId())));
        Map<String, KnownArticle> holders = knownArticles.ofEntryIds(declaring.keySet());
        folderState.load(holders.values());
        holders.forEach((id, article) -> claimByDeclaredId(declaring.getOrDefault(id, List.of()), article));
    }

    private void claimByDeclaredId(List<ChangedFile> declaring, KnownArticle article) {
        ChangedFile there = declaring.stream()
                .filter(file -> file.path().equals(article.path()))
                .findFirst()
                .orElse(null);
        if (article.removed() || there != null) {
            claims.claim(there == null ? declaring.get(0) : there, article);
            return;
        }
        FileState state = folderState.of(article);
        ChangedFile changed = folderState.changedFile(article.path());
        boolean givenUp = state == FileState.GONE
                || (state == FileState.CHANGED && changed != null && article.declaredId() != null);
        if (givenUp) {
            claims.claim(declaring.get(0), article);
        } else if (state == FileState.CHANGED && changed == null) {
            declaring.forEach(claims::defer);
        }
    }

    private void claimOwnBytes() {
        for (ChangedFile file : open()) {
            FileRow row = rows.get(file.path());
            if (row != null && (file.digest().isEmpty() || file.hasBytes(row.digest()))) {
                claimOwn(file);
            }
        }
    }

    private void claimOwnPath() {
        for (ChangedFile file : open()) {
            KnownArticle article = ownFree(file);
            if (article == null) {
                continue;
            }
            boolean declaresAnother = declaresAnother(file, article);
            if (declaresAnother || change.mayWait().contains(file.path())) {
                boolean another = isAnotherText(file, article);
                if (another && declaresAnother) {
                    others.add(file.path());
                }
                if (another && claims.defer(file)) {
                    continue;
                }
            }
            claimOwn(file);
        }
    }

    /** Whether the author's data make it another article: the id, and everything that would indicate a changed id. */
    private boolean isAnother(ChangedFile file, KnownArticle article) {
        return declaresAnother(file, article) && isAnotherText(file, article);
    }

    private static boolean declaresAnother(ChangedFile file, KnownArticle article) {
        return !file.refused() && !Objects.equals(file.entryId(), article.declaredId());
    }

    /** Whether none of the article's text is left in the file, so that it may have come from elsewhere. */
    private boolean isAnotherText(ChangedFile file, KnownArticle article) {
        if (file.refused()) {
            return false;
        }
        RenameCandidate before = RenameCandidate.of(handle, article);
        return (before.title().isEmpty() || !before.title().equals(file.title()))
                && (file.published() == null || !file.published().equals(before.published()))
                && !before.hasSimilarText(handle, change, file);
    }

    private void claimOwn(ChangedFile file) {
        KnownArticle article = ownFree(file);
        if (article != null) {
            claims.claim(file, article);
        }
    }

    /** The article of the file's own path, if the file is entitled to it and no other has claimed it. */
    private @Nullable KnownArticle ownFree(ChangedFile file) {
        KnownArticle article = own.get(file.path());
        return article != null
                        && claims.isFree(article)
                        && !claims.isUnidentified(file.path())
                        && !others.contains(file.path())
                ? article
                : null;
    }

    private void claimByFormerPath() {
        List<ChangedFile> open = open().stream().filter(this::isNew).toList();
        Map<String, List<KnownArticle>> lastThere =
                knownArticles.removedAt(open.stream().map(ChangedFile::path).toList());
        for (ChangedFile file : open) {
            KnownArticle found = claims.nearest(
                    file,
                    lastThere.getOrDefault(file.path(), List.of()).stream()
                            .filter(article -> !isAnother(file, article))
                            .toList());
            if (found != null) {
                claimUnlessOthersWait(file, found);
            }
        }
        List<String> paths = open().stream().map(ChangedFile::path).toList();
        knownArticles.loadKeys(paths);
        folderState.load(paths.stream()
                .map(knownArticles::ofKey)
                .filter(Objects::nonNull)
                .toList());
        open().stream().filter(this::isNew).forEach(this::claimByFirstPath);
    }

    /** Whether there is no article at its path, or that one was found elsewhere. */
    private boolean isNew(ChangedFile file) {
        return !claims.isUnidentified(file.path()) && ownFree(file) == null;
    }

    /** Whether no file has the article, and its file is gone or became another article's. */
    private boolean isAbandoned(KnownArticle article) {
        if (!claims.isFree(article)) {
            return false;
        }
        return article.removed() || isPushedOut(article) || folderState.of(article) == FileState.GONE;
    }

    private boolean isPushedOut(KnownArticle article) {
        Long there = claims.article(article.path());
        return there == null ? others.contains(article.path()) : there != article.number();
    }

    private void claimByFirstPath(ChangedFile file) {
        List<KnownArticle> began = new ArrayList<>();
        KnownArticle article = knownArticles.ofKey(file.path());
        for (int i = 2; article != null; i++) {
            began.add(article);
            article = knownArticles.ofKey(file.path() + "#" + i);
        }
        began.stream()
                .filter(one -> isAbandoned(one) && !isAnother(file, one))
                .min(KnownArticle.nearestTo(file.path()))
                .ifPresent(found -> claimUnlessOthersWait(file, found));
    }

    private void claimByText() {
        List<ChangedFile> open =
                open().stream().filter(file -> isNew(file) && !file.refused()).toList();
        List<RenameCandidate> known = RenameCandidate.of(handle, knownArticles, open);
        folderState.load(known.stream().map(RenameCandidate::article).toList());
        for (ChangedFile file : open) {
            List<RenameCandidate> alike =
                    known.stream().filter(other -> other.matches(file)).toList();
            RenameCandidate left = alike.stream()
                    .filter(other -> isAbandoned(other.article()) && other.hasSimilarText(handle, change, file))
                    .findFirst()
                    .orElse(null);
            if (left != null) {
                claimUnlessOthersWait(file, left.article());
            } else if (alike.stream().limit(MAX_TEXTS).anyMatch(other -> other.hasSimilarText(handle, change, file))) {
                claims.defer(file);
            }
        }
    }

    /** Claims an article unless a better rule may still give it to a file that waits, or to one that comes later. */
    private void claimUnlessOthersWait(ChangedFile file, KnownArticle article) {
        boolean isSettled = article.removed() || folderState.isMissing(article);
        if ((isSettled && !claims.isAnyWaiting()) || !claims.defer(file, article)) {
            claims.claim(file, article);
        }
    }

    /** A file that would take an article's path waits until that article is found, or certainly gone. */
    private void keepExchangesTogether() {
        boolean again = true;
        while (again) {
            again = false;
            for (ChangedFile file : change.changedFiles()) {
                KnownArticle pushed = own.get(file.path());
                Long claimed = claims.article(file.path());
                if (pushed != null
                        && claimed != null
                        && claimed != pushed.number()
                        && claims.isFree(pushed)
                        && claims.defer(file)) {
                    claims.withdraw(file);
                    again = true;
                }
            }
        }
    }
}
