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
    private static final int MOST_TEXTS = 20;

    private final Handle handle;
    private final FolderChange moment;
    private final KnownArticles holdings;
    private final FolderPresence whereabouts;
    private final Map<String, FileRow> rows = new HashMap<>();
    private final Map<String, KnownArticle> own = new HashMap<>();
    /** Paths of files that certainly are other articles than those formerly at these paths. */
    private final Set<String> others = new HashSet<>();

    private final Claims claims;

    private IdentityResolver(Handle handle, FolderChange moment) {
        this.handle = handle;
        this.moment = moment;
        this.holdings = new KnownArticles(handle);
        this.whereabouts = new FolderPresence(handle, moment, holdings);
        this.claims = new Claims(moment.patient());
    }

    public static Identities resolve(Handle handle, FolderChange moment) {
        return new IdentityResolver(handle, moment).resolve();
    }

    private Identities resolve() {
        load();
        claimByDeclaredId();
        claimOwnBytes();
        new BytesRule(handle, moment, holdings, whereabouts, claims).apply(open());
        claimOwnPath();
        claimByFormerPath();
        claimByText();
        keepExchangesTogether();
        return claims.identities();
    }

    private void load() {
        FileTable files = new FileTable(handle);
        files.load(moment.arrivals().stream().map(Arrival::path).toList());
        holdings.load(FolderPresence.numbers(files.all()));
        holdings.load(FolderPresence.numbers(moment.missing()));
        for (FileRow row : files.all()) {
            rows.put(row.path(), row);
            if (row.article() == null) {
                claims.nobody(row.path());
            }
            KnownArticle holding = whereabouts.holder(row);
            if (holding != null) {
                own.put(row.path(), holding);
            }
        }
    }

    private List<Arrival> open() {
        return moment.arrivals().stream()
                .filter(arrival -> claims.isOpen(arrival))
                .toList();
    }

    private void claimByDeclaredId() {
        Map<String, List<Arrival>> declaring = open().stream()
                .filter(arrival -> arrival.entryId() != null)
                .collect(Collectors.groupingBy(arrival -> Objects.requireNonNull(arrival.entryId())));
        Map<String, KnownArticle> holders = holdings.ofEntryIds(declaring.keySet());
        whereabouts.load(holders.values());
        holders.forEach((id, holding) -> claimByDeclaredId(declaring.getOrDefault(id, List.of()), holding));
    }

    private void claimByDeclaredId(List<Arrival> declaring, KnownArticle holding) {
        Arrival there = declaring.stream()
                .filter(arrival -> arrival.path().equals(holding.path()))
                .findFirst()
                .orElse(null);
        if (holding.removed() || there != null) {
            claims.claim(there == null ? declaring.get(0) : there, holding);
            return;
        }
        Presence presence = whereabouts.of(holding);
        Arrival changed = whereabouts.arrival(holding.path());
        boolean givenUp = presence == Presence.GONE
                || (presence == Presence.CHANGED && changed != null && holding.declaredId() != null);
        if (givenUp) {
            claims.claim(declaring.get(0), holding);
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
            KnownArticle holding = ownFree(arrival);
            if (holding == null) {
                continue;
            }
            boolean declaresAnother = declaresAnother(arrival, holding);
            if (declaresAnother || moment.patient().contains(arrival.path())) {
                boolean another = isAnotherText(arrival, holding);
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
    private boolean isAnother(Arrival arrival, KnownArticle holding) {
        return declaresAnother(arrival, holding) && isAnotherText(arrival, holding);
    }

    private static boolean declaresAnother(Arrival arrival, KnownArticle holding) {
        return !arrival.refused() && !Objects.equals(arrival.entryId(), holding.declaredId());
    }

    /** Whether none of the article's text is left in the file, so that it may have come from elsewhere. */
    private boolean isAnotherText(Arrival arrival, KnownArticle holding) {
        if (arrival.refused()) {
            return false;
        }
        RenameCandidate before = RenameCandidate.of(handle, holding);
        return (before.title().isEmpty() || !before.title().equals(arrival.title()))
                && (arrival.published() == null || !arrival.published().equals(before.published()))
                && !before.hasText(handle, moment, arrival);
    }

    private void claimOwn(Arrival arrival) {
        KnownArticle holding = ownFree(arrival);
        if (holding != null) {
            claims.claim(arrival, holding);
        }
    }

    /** The article of the file's own path, if the file is entitled to it and no other has claimed it. */
    private @Nullable KnownArticle ownFree(Arrival arrival) {
        KnownArticle holding = own.get(arrival.path());
        return holding != null
                        && claims.isFree(holding)
                        && !claims.isNobody(arrival.path())
                        && !others.contains(arrival.path())
                ? holding
                : null;
    }

    private void claimByFormerPath() {
        List<Arrival> open = open().stream().filter(this::isNew).toList();
        Map<String, List<KnownArticle>> lastThere =
                holdings.removedAt(open.stream().map(Arrival::path).toList());
        for (Arrival arrival : open) {
            KnownArticle found = claims.nearest(
                    arrival,
                    lastThere.getOrDefault(arrival.path(), List.of()).stream()
                            .filter(holding -> !isAnother(arrival, holding))
                            .toList());
            if (found != null) {
                claimUnlessOthersWait(arrival, found);
            }
        }
        List<String> paths = open().stream().map(Arrival::path).toList();
        holdings.loadKeys(paths);
        whereabouts.load(
                paths.stream().map(holdings::ofKey).filter(Objects::nonNull).toList());
        open().stream().filter(this::isNew).forEach(this::claimByFirstPath);
    }

    /** Whether there is no article at its path, or that one was found elsewhere. */
    private boolean isNew(Arrival arrival) {
        return !claims.isNobody(arrival.path()) && ownFree(arrival) == null;
    }

    /** Whether no file has the article, and its file is gone or became another article's. */
    private boolean isLeft(KnownArticle holding) {
        if (!claims.isFree(holding)) {
            return false;
        }
        return holding.removed() || isPushedOut(holding) || whereabouts.of(holding) == Presence.GONE;
    }

    private boolean isPushedOut(KnownArticle holding) {
        Long there = claims.article(holding.path());
        return there == null ? others.contains(holding.path()) : there != holding.number();
    }

    private void claimByFirstPath(Arrival arrival) {
        List<KnownArticle> began = new ArrayList<>();
        KnownArticle holding = holdings.ofKey(arrival.path());
        for (int i = 2; holding != null; i++) {
            began.add(holding);
            holding = holdings.ofKey(arrival.path() + "#" + i);
        }
        began.stream()
                .filter(one -> isLeft(one) && !isAnother(arrival, one))
                .min(KnownArticle.nearestTo(arrival.path()))
                .ifPresent(found -> claimUnlessOthersWait(arrival, found));
    }

    private void claimByText() {
        List<Arrival> open = open().stream()
                .filter(arrival -> isNew(arrival) && !arrival.refused())
                .toList();
        List<RenameCandidate> known = RenameCandidate.of(handle, holdings, open);
        whereabouts.load(known.stream().map(RenameCandidate::holding).toList());
        for (Arrival arrival : open) {
            List<RenameCandidate> alike =
                    known.stream().filter(other -> other.isLike(arrival)).toList();
            RenameCandidate left = alike.stream()
                    .filter(other -> isLeft(other.holding()) && other.hasText(handle, moment, arrival))
                    .findFirst()
                    .orElse(null);
            if (left != null) {
                claimUnlessOthersWait(arrival, left.holding());
            } else if (alike.stream().limit(MOST_TEXTS).anyMatch(other -> other.hasText(handle, moment, arrival))) {
                claims.defer(arrival);
            }
        }
    }

    /** Claims an article unless a better rule may still give it to a file that waits, or to one that comes later. */
    private void claimUnlessOthersWait(Arrival arrival, KnownArticle holding) {
        boolean isSettled = holding.removed() || whereabouts.isMissing(holding);
        if ((isSettled && !claims.isAnyWaiting()) || !claims.defer(arrival, holding)) {
            claims.claim(arrival, holding);
        }
    }

    /** A file that would take an article's path waits until that article is found, or certainly gone. */
    private void keepExchangesTogether() {
        boolean again = true;
        while (again) {
            again = false;
            for (Arrival arrival : moment.arrivals()) {
                KnownArticle pushed = own.get(arrival.path());
                Long claimed = claims.article(arrival.path());
                if (pushed != null
                        && claimed != null
                        && claimed != pushed.number()
                        && claims.isFree(pushed)
                        && claims.defer(arrival)) {
                    claims.takeBack(arrival);
                    again = true;
                }
            }
        }
    }
}
