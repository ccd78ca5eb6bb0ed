package dev.feedmill.library.identity;

import dev.feedmill.library.table.FileRow;
import dev.feedmill.library.table.FileTable;
import dev.feedmill.library.table.Holding;
import dev.feedmill.library.table.Holdings;
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
 * Decides which article each file of one moment is; the only place that does. Files that came claim articles, each rule
 * over all of them before the next: by the id that they declare; by their own path and bytes; by bytes whose file is gone or
 * holds others by now; by their own path; by the path where an article without a file last stood, then first stood; by
 * title, date and nearly the same text as a file that went. No path makes a file an article of another declared id, unless
 * something of the article is still in it.
 */
public final class IdentityResolver {
    /** So many articles of one title and date are looked into before a file is not taken for an edited copy. */
    private static final int MOST_TEXTS = 20;

    private final Handle handle;
    private final FolderChange moment;
    private final Holdings holdings;
    private final Whereabouts whereabouts;
    private final Map<String, FileRow> rows = new HashMap<>();
    private final Map<String, Holding> own = new HashMap<>();
    /** Paths of files that are surely other articles than those that stood there. */
    private final Set<String> others = new HashSet<>();

    private final Claims claims;

    private IdentityResolver(Handle handle, FolderChange moment) {
        this.handle = handle;
        this.moment = moment;
        this.holdings = new Holdings(handle);
        this.whereabouts = new Whereabouts(handle, moment, holdings);
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
        holdings.load(Whereabouts.numbers(files.all()));
        holdings.load(Whereabouts.numbers(moment.missing()));
        for (FileRow row : files.all()) {
            rows.put(row.path(), row);
            if (row.article() == null) {
                claims.nobody(row.path());
            }
            Holding holding = whereabouts.holder(row);
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
        Map<String, Holding> holders = holdings.ofEntryIds(declaring.keySet());
        whereabouts.load(holders.values());
        holders.forEach((id, holding) -> claimByDeclaredId(declaring.getOrDefault(id, List.of()), holding));
    }

    private void claimByDeclaredId(List<Arrival> declaring, Holding holding) {
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
            Holding holding = ownFree(arrival);
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

    /** Whether it is another article by what its author wrote into it: the id, and all that would tell of a changed id. */
    private boolean isAnother(Arrival arrival, Holding holding) {
        return declaresAnother(arrival, holding) && isAnotherText(arrival, holding);
    }

    private static boolean declaresAnother(Arrival arrival, Holding holding) {
        return !arrival.refused() && !Objects.equals(arrival.entryId(), holding.declaredId());
    }

    /** Whether nothing of the article is left in it, so that it may have come from elsewhere. */
    private boolean isAnotherText(Arrival arrival, Holding holding) {
        if (arrival.refused()) {
            return false;
        }
        Likeness before = Likeness.of(handle, holding);
        return (before.title().isEmpty() || !before.title().equals(arrival.title()))
                && (arrival.published() == null || !arrival.published().equals(before.published()))
                && !before.hasText(handle, moment, arrival);
    }

    private void claimOwn(Arrival arrival) {
        Holding holding = ownFree(arrival);
        if (holding != null) {
            claims.claim(arrival, holding);
        }
    }

    /** The article of its path, as long as the file has a right to it and no other has claimed it. */
    private @Nullable Holding ownFree(Arrival arrival) {
        Holding holding = own.get(arrival.path());
        return holding != null
                        && claims.isFree(holding)
                        && !claims.isNobody(arrival.path())
                        && !others.contains(arrival.path())
                ? holding
                : null;
    }

    private void claimByFormerPath() {
        List<Arrival> open = open().stream().filter(this::isNew).toList();
        Map<String, List<Holding>> lastThere =
                holdings.removedAt(open.stream().map(Arrival::path).toList());
        for (Arrival arrival : open) {
            Holding found = claims.nearest(
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

    /** Whether no article stands at its path, or the one that did was found elsewhere. */
    private boolean isNew(Arrival arrival) {
        return !claims.isNobody(arrival.path()) && ownFree(arrival) == null;
    }

    /** Whether nobody has it, and its file is gone or became another article's. */
    private boolean isLeft(Holding holding) {
        if (!claims.isFree(holding)) {
            return false;
        }
        return holding.removed() || isPushedOut(holding) || whereabouts.of(holding) == Presence.GONE;
    }

    private boolean isPushedOut(Holding holding) {
        Long there = claims.article(holding.path());
        return there == null ? others.contains(holding.path()) : there != holding.number();
    }

    private void claimByFirstPath(Arrival arrival) {
        List<Holding> began = new ArrayList<>();
        Holding holding = holdings.ofKey(arrival.path());
        for (int i = 2; holding != null; i++) {
            began.add(holding);
            holding = holdings.ofKey(arrival.path() + "#" + i);
        }
        began.stream()
                .filter(one -> isLeft(one) && !isAnother(arrival, one))
                .min(Holding.nearestTo(arrival.path()))
                .ifPresent(found -> claimUnlessOthersWait(arrival, found));
    }

    private void claimByText() {
        List<Arrival> open = open().stream()
                .filter(arrival -> isNew(arrival) && !arrival.refused())
                .toList();
        List<Likeness> known = Likeness.of(handle, holdings, open);
        whereabouts.load(known.stream().map(Likeness::holding).toList());
        for (Arrival arrival : open) {
            List<Likeness> alike =
                    known.stream().filter(other -> other.isLike(arrival)).toList();
            Likeness left = alike.stream()
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

    /** What waits, or comes once its file has been missing for a while, may turn out to be this article by a better rule. */
    private void claimUnlessOthersWait(Arrival arrival, Holding holding) {
        boolean isSettled = holding.removed() || whereabouts.isMissing(holding);
        if ((isSettled && !claims.isAnyWaiting()) || !claims.defer(arrival, holding)) {
            claims.claim(arrival, holding);
        }
    }

    /** What would push an article from its path waits until that article is found, or surely nowhere. */
    private void keepExchangesTogether() {
        boolean again = true;
        while (again) {
            again = false;
            for (Arrival arrival : moment.arrivals()) {
                Holding pushed = own.get(arrival.path());
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
