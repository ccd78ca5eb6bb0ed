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
 * Decides which article each file of one change is; no other class does. Arriving files claim articles, one rule for
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
    private final FolderPresence folderPresence;
    private final Map<String, FileRow> rows = new HashMap<>();
    private final Map<String, KnownArticle> own = new HashMap<>();
    /** Paths of files that certainly are other articles than those formerly at these paths. */
    private final Set<String> others = new HashSet<>();

    private final Claims claims;

    private IdentityResolver(Handle handle, FolderChange change) {
        this.handle = handle;
        this.change = change;
        this.knownArticles = new KnownArticles(handle);
        this.folderPresence = new FolderPresence(handle, change, knownArticles);
        this.claims = new Claims(change.mayWait());
    }

    public static Identities resolve(Handle handle, FolderChange change) {
        return new IdentityResolver(handle, change).resolve();
    }

    private Identities resolve() {
        load();
        claimByDeclaredId();
        claimOwnBytes();
        new BytesRule(handle, change, knownArticles, folderPresence, claims).apply(open());
        claimOwnPath();
        claimByFormerPath();
        claimByText();
        keepExchangesTogether();
        return claims.identities();
    }

    private void load() {
        FileTable files = new FileTable(handle);
        files.load(change.arrivals().stream().map(Arrival::path).toList());
        knownArticles.load(FolderPresence.numbers(files.all()));
        knownArticles.load(FolderPresence.numbers(change.missing()));
        for (FileRow row : files.all()) {
            rows.put(row.path(), row);
            if (row.article() == null) {
                claims.recordUnidentified(row.path());
            }
            KnownArticle article = folderPresence.holder(row);
            if (article != null) {
                own.put(row.path(), article);
            }
        }
    }

    private List<Arrival> open() {
        return change.arrivals().stream()
                .filter(arrival -> claims.isOpen(arrival))
                .toList();
    }

    private void claimByDeclaredId() {
        Map<String, List<Arrival>> declaring = open().stream()
                .filter(arrival -> arrival.entryId() != null)
                .collect(Collectors.groupingBy(arrival -> Objects.requireNonNull(arrival.entryId())));
        Map<String, KnownArticle> holders = knownArticles.ofEntryIds(declaring.keySet());
        folderPresence.load(holders.values());
        holders.forEach((id, article) -> claimByDeclaredId(declaring.getOrDefault(id, List.of()), article));
    }

    private void claimByDeclaredId(List<Arrival> declaring, KnownArticle article) {
        Arrival there = declaring.stream()
                .filter(arrival -> arrival.path().equals(article.path()))
                .findFirst()
                .orElse(null);
        if (article.removed() || there != null) {
            claims.claim(there == null ? declaring.get(0) : there, article);
            return;
        }
        Presence presence = folderPresence.of(article);
        Arrival changed = folderPresence.arrival(article.path());
        boolean givenUp = presence == Presence.GONE
                || (presence == Presence.CHANGED && changed != null && article.declaredId() != null);
        if (givenUp) {
            claims.claim(declaring.get(0), article);
        } else if (presence == Presence.CHANGED && changed == null) {
            declaring.forEach(claims::defer);
        }
    }

    private void claimOwnBytes() {
        for (Arrival arrival : open()) {
            FileRow row = rows.get(arrival.path());
            if (row != null && (arrival.digest().isEmpty() || arrival.hasBytes(row.digest()))) {
                claimOwn(arrival);
            }
        }
    }

    private void claimOwnPath() {
        for (Arrival arrival : open()) {
            KnownArticle article = ownFree(arrival);
            if (article == null) {
                continue;
            }
            boolean declaresAnother = declaresAnother(arrival, article);
            if (declaresAnother || change.mayWait().contains(arrival.path())) {
                boolean another = isAnotherText(arrival, article);
                if (another && declaresAnother) {
                    others.add(arrival.path());
                }
                if (another && claims.defer(arrival)) {
                    continue;
                }
            }
            claimOwn(arrival);
        }
    }

    /** Whether the author's data make it another article: the id, and everything that would indicate a changed id. */
    private boolean isAnother(Arrival arrival, KnownArticle article) {
        return declaresAnother(arrival, article) && isAnotherText(arrival, article);
    }

    private static boolean declaresAnother(Arrival arrival, KnownArticle article) {
        return !arrival.refused() && !Objects.equals(arrival.entryId(), article.declaredId());
    }

    /** Whether none of the article's text is left in the file, so that it may have come from elsewhere. */
    private boolean isAnotherText(Arrival arrival, KnownArticle article) {
        if (arrival.refused()) {
            return false;
        }
        RenameCandidate before = RenameCandidate.of(handle, article);
        return (before.title().isEmpty() || !before.title().equals(arrival.title()))
                && (arrival.published() == null || !arrival.published().equals(before.published()))
                && !before.hasSimilarText(handle, change, arrival);
    }

    private void claimOwn(Arrival arrival) {
        KnownArticle article = ownFree(arrival);
        if (article != null) {
            claims.claim(arrival, article);
        }
    }

    /** The article of the file's own path, if the file is entitled to it and no other has claimed it. */
    private @Nullable KnownArticle ownFree(Arrival arrival) {
        KnownArticle article = own.get(arrival.path());
        return article != null
                        && claims.isFree(article)
                        && !claims.isUnidentified(arrival.path())
                        && !others.contains(arrival.path())
                ? article
                : null;
    }

    private void claimByFormerPath() {
        List<Arrival> open = open().stream().filter(this::isNew).toList();
        Map<String, List<KnownArticle>> lastThere =
                knownArticles.removedAt(open.stream().map(Arrival::path).toList());
        for (Arrival arrival : open) {
            KnownArticle found = claims.nearest(
                    arrival,
                    lastThere.getOrDefault(arrival.path(), List.of()).stream()
                            .filter(article -> !isAnother(arrival, article))
                            .toList());
            if (found != null) {
                claimUnlessOthersWait(arrival, found);
            }
        }
        List<String> paths = open().stream().map(Arrival::path).toList();
        knownArticles.loadKeys(paths);
        folderPresence.load(paths.stream()
                .map(knownArticles::ofKey)
                .filter(Objects::nonNull)
                .toList());
        open().stream().filter(this::isNew).forEach(this::claimByFirstPath);
    }

    /** Whether there is no article at its path, or that one was found elsewhere. */
    private boolean isNew(Arrival arrival) {
        return !claims.isUnidentified(arrival.path()) && ownFree(arrival) == null;
    }

    /** Whether no file has the article, and its file is gone or became another article's. */
    private boolean isAbandoned(KnownArticle article) {
        if (!claims.isFree(article)) {
            return false;
        }
        return article.removed() || isPushedOut(article) || folderPresence.of(article) == Presence.GONE;
    }

    private boolean isPushedOut(KnownArticle article) {
        Long there = claims.article(article.path());
        return there == null ? others.contains(article.path()) : there != article.number();
    }

    private void claimByFirstPath(Arrival arrival) {
        List<KnownArticle> began = new ArrayList<>();
        KnownArticle article = knownArticles.ofKey(arrival.path());
        for (int i = 2; article != null; i++) {
            began.add(article);
            article = knownArticles.ofKey(arrival.path() + "#" + i);
        }
        began.stream()
                .filter(one -> isAbandoned(one) && !isAnother(arrival, one))
                .min(KnownArticle.nearestTo(arrival.path()))
                .ifPresent(found -> claimUnlessOthersWait(arrival, found));
    }

    private void claimByText() {
        List<Arrival> open = open().stream()
                .filter(arrival -> isNew(arrival) && !arrival.refused())
                .toList();
        List<RenameCandidate> known = RenameCandidate.of(handle, knownArticles, open);
        folderPresence.load(known.stream().map(RenameCandidate::article).toList());
        for (Arrival arrival : open) {
            List<RenameCandidate> alike =
                    known.stream().filter(other -> other.matches(arrival)).toList();
            RenameCandidate left = alike.stream()
                    .filter(other -> isAbandoned(other.article()) && other.hasSimilarText(handle, change, arrival))
                    .findFirst()
                    .orElse(null);
            if (left != null) {
                claimUnlessOthersWait(arrival, left.article());
            } else if (alike.stream()
                    .limit(MAX_TEXTS)
                    .anyMatch(other -> other.hasSimilarText(handle, change, arrival))) {
                claims.defer(arrival);
            }
        }
    }

    /** Claims an article unless a better rule may still give it to a file that waits, or to one that comes later. */
    private void claimUnlessOthersWait(Arrival arrival, KnownArticle article) {
        boolean isSettled = article.removed() || folderPresence.isMissing(article);
        if ((isSettled && !claims.isAnyWaiting()) || !claims.defer(arrival, article)) {
            claims.claim(arrival, article);
        }
    }

    /** A file that would take an article's path waits until that article is found, or certainly gone. */
    private void keepExchangesTogether() {
        boolean again = true;
        while (again) {
            again = false;
            for (Arrival arrival : change.arrivals()) {
                KnownArticle pushed = own.get(arrival.path());
                Long claimed = claims.article(arrival.path());
                if (pushed != null
                        && claimed != null
                        && claimed != pushed.number()
                        && claims.isFree(pushed)
                        && claims.defer(arrival)) {
                    claims.withdraw(arrival);
                    again = true;
                }
            }
        }
    }
}
