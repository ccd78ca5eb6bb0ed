package dev.feedmill.library;

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

/**
 * Decides which article each file of one moment is; the only place that does. Files that came claim articles, each rule
 * over all of them before the next: by the id that they declare; by their own path and bytes; by bytes whose file is gone or
 * holds others by now; by their own path; by the path where an article without a file last stood, then first stood; by
 * title, date and nearly the same text as a file that went.
 */
final class IdentityResolver {
    /** So many articles of one title and date are looked into before a file is not taken for an edited copy. */
    private static final int MOST_TEXTS = 20;

    private final Handle handle;
    private final Moment moment;
    private final Holdings holdings;
    private final Whereabouts whereabouts;
    private final Map<String, FileRow> rows = new HashMap<>();
    private final Map<String, Holding> own = new HashMap<>();

    private final Map<String, Long> claims = new HashMap<>();
    private final Map<Long, String> claimants = new HashMap<>();
    private final Set<String> waiting = new HashSet<>();
    /** Paths of files that are known and never were an article, since they could not be read. */
    private final Set<String> nobodys = new HashSet<>();

    private IdentityResolver(Handle handle, Moment moment) {
        this.handle = handle;
        this.moment = moment;
        this.holdings = new Holdings(handle);
        this.whereabouts = new Whereabouts(handle, moment, holdings);
    }

    static Identities resolve(Handle handle, Moment moment) {
        return new IdentityResolver(handle, moment).resolve();
    }

    private Identities resolve() {
        load();
        claimByDeclaredId();
        claimOwnBytes();
        claimByBytes();
        claimOwnPath();
        claimByFormerPath();
        claimByText();
        keepExchangesTogether();
        return new Identities(claims, waiting);
    }

    private void load() {
        FileTable files = new FileTable(handle);
        files.load(moment.arrivals().stream().map(Arrival::path).toList());
        holdings.load(Whereabouts.numbers(files.all()));
        holdings.load(Whereabouts.numbers(moment.missing()));
        for (FileRow row : files.all()) {
            rows.put(row.path(), row);
            if (row.article() == null) {
                nobodys.add(row.path());
            }
            Holding holding = whereabouts.holder(row);
            if (holding != null) {
                own.put(row.path(), holding);
            }
        }
    }

    private List<Arrival> open() {
        return moment.arrivals().stream()
                .filter(arrival -> !claims.containsKey(arrival.path()) && !waiting.contains(arrival.path()))
                .toList();
    }

    private boolean isFree(Holding holding) {
        return !claimants.containsKey(holding.number());
    }

    private void claim(Arrival arrival, Holding holding) {
        claims.put(arrival.path(), holding.number());
        claimants.put(holding.number(), arrival.path());
    }

    /** Whether it may be told later; then it waits. */
    private boolean defer(Arrival arrival) {
        return moment.patient().contains(arrival.path()) && waiting.add(arrival.path());
    }

    private void claimByDeclaredId() {
        Map<String, List<Arrival>> declaring = open().stream()
                .filter(arrival -> arrival.entryId() != null)
                .collect(Collectors.groupingBy(arrival -> Objects.requireNonNull(arrival.entryId())));
        holdings.ofEntryIds(declaring.keySet())
                .forEach((id, holding) -> claimByDeclaredId(declaring.getOrDefault(id, List.of()), holding));
    }

    private void claimByDeclaredId(List<Arrival> declaring, Holding holding) {
        Arrival there = declaring.stream()
                .filter(arrival -> arrival.path().equals(holding.path()))
                .findFirst()
                .orElse(null);
        if (holding.removed() || there != null) {
            claim(there == null ? declaring.get(0) : there, holding);
            return;
        }
        Presence presence = whereabouts.of(holding);
        Arrival changed = whereabouts.arrival(holding.path());
        boolean givenUp = presence == Presence.GONE
                || (presence == Presence.CHANGED && changed != null && !changed.refused() && holding.declared());
        if (givenUp) {
            claim(declaring.get(0), holding);
        } else if (presence == Presence.CHANGED && changed == null) {
            declaring.forEach(this::defer);
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
        open().stream().filter(this::isAnotherText).forEach(this::defer);
        open().forEach(this::claimOwn);
    }

    /** Whether nothing of its article is left in it, so that it may have come from elsewhere. */
    private boolean isAnotherText(Arrival arrival) {
        Holding holding = own.get(arrival.path());
        if (holding == null || arrival.refused() || !moment.patient().contains(arrival.path())) {
            return false;
        }
        Likeness before = Likeness.of(handle, holding);
        return !before.title().equals(arrival.title())
                && (arrival.published() == null || !arrival.published().equals(before.published()))
                && !before.hasText(handle, moment, arrival);
    }

    private void claimOwn(Arrival arrival) {
        Holding holding = own.get(arrival.path());
        if (holding != null && isFree(holding) && !nobodys.contains(arrival.path())) {
            claim(arrival, holding);
        }
    }

    private void claimByBytes() {
        List<Arrival> open =
                open().stream().filter(arrival -> !arrival.digest().isEmpty()).toList();
        Set<String> digests = open.stream().map(Arrival::digest).collect(Collectors.toSet());
        Map<String, List<FileRow>> standing = withBytes(digests);
        List<FileRow> unread = FileTable.withBytes(handle, digests).stream()
                .filter(row -> row.article() == null)
                .toList();
        Map<String, List<Holding>> removed = holdings.removedWithBytes(digests);
        for (Arrival arrival : open) {
            List<FileRow> same = standing.getOrDefault(arrival.digest(), List.of());
            Holding left = left(arrival, same);
            Holding found = left != null ? left : latest(arrival, removed.getOrDefault(arrival.digest(), List.of()));
            if (found != null) {
                claim(arrival, found);
            } else if (arrival.refused() && unread.stream().anyMatch(row -> isLeftBy(row, arrival))) {
                nobodys.add(arrival.path());
            } else if (same.stream()
                    .anyMatch(row -> isElsewhere(row, arrival) && whereabouts.of(row) == Presence.SAME)) {
                // A copy, or the first half of a move.
                defer(arrival);
            }
        }
    }

    private Map<String, List<FileRow>> withBytes(Collection<String> digests) {
        Map<String, List<FileRow>> found = new HashMap<>();
        List<FileRow> all = new ArrayList<>(moment.missing());
        all.addAll(FileTable.withBytes(handle, digests));
        holdings.load(Whereabouts.numbers(all));
        Set<Long> seen = new HashSet<>();
        all.stream()
                .filter(row -> digests.contains(row.digest()) && row.article() != null && seen.add(row.article()))
                .forEach(row -> found.computeIfAbsent(row.digest(), d -> new ArrayList<>())
                        .add(row));
        return found;
    }

    private boolean isLeftBy(FileRow row, Arrival arrival) {
        return isElsewhere(row, arrival) && arrival.hasBytes(row.digest()) && whereabouts.of(row) != Presence.SAME;
    }

    private static boolean isElsewhere(FileRow row, Arrival arrival) {
        return !row.path().equals(arrival.path());
    }

    /** An article whose bytes are no longer where they were; one of the same file name before the others. */
    private @Nullable Holding left(Arrival arrival, List<FileRow> same) {
        return same.stream()
                .sorted(Comparator.comparing((FileRow row) -> !name(row.path()).equals(name(arrival.path())))
                        .thenComparing(FileRow::path))
                .filter(row -> whereabouts.isMissing(row) || isElsewhere(row, arrival))
                .map(row -> whereabouts.of(row) == Presence.SAME ? null : whereabouts.holder(row))
                .filter(Objects::nonNull)
                .filter(this::isFree)
                .findFirst()
                .orElse(null);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private @Nullable Holding latest(Arrival arrival, List<Holding> removed) {
        return removed.stream()
                .filter(Holding::removed)
                .filter(this::isFree)
                .min(Holding.nearestTo(arrival.path()))
                .orElse(null);
    }

    private void claimByFormerPath() {
        List<Arrival> open = open().stream().filter(this::isNew).toList();
        Map<String, List<Holding>> lastThere =
                holdings.removedAt(open.stream().map(Arrival::path).toList());
        for (Arrival arrival : open) {
            Holding found = latest(arrival, lastThere.getOrDefault(arrival.path(), List.of()));
            if (found != null) {
                claim(arrival, found);
            }
        }
        holdings.loadKeys(open().stream().map(Arrival::path).toList());
        open().stream().filter(this::isNew).forEach(this::claimByFirstPath);
    }

    /** Whether no article stands at its path, or the one that did was found elsewhere. */
    private boolean isNew(Arrival arrival) {
        Holding holding = own.get(arrival.path());
        return !nobodys.contains(arrival.path()) && (holding == null || !isFree(holding));
    }

    /** Whether nobody has it, and its file is gone or became another article's. */
    private boolean isLeft(Holding holding) {
        if (!isFree(holding)) {
            return false;
        }
        return holding.removed() || isPushedOut(holding) || whereabouts.of(holding) == Presence.GONE;
    }

    private boolean isPushedOut(Holding holding) {
        Long there = claims.get(holding.path());
        return there != null && there != holding.number();
    }

    private void claimByFirstPath(Arrival arrival) {
        Holding holding = holdings.ofKey(arrival.path());
        for (int i = 2; holding != null; i++) {
            if (isLeft(holding)) {
                claim(arrival, holding);
                return;
            }
            holding = holdings.ofKey(arrival.path() + "#" + i);
        }
    }

    private void claimByText() {
        List<Arrival> open = open().stream()
                .filter(arrival -> isNew(arrival) && !arrival.refused())
                .toList();
        List<Likeness> known = Likeness.of(handle, holdings, open);
        for (Arrival arrival : open) {
            List<Likeness> alike = known.stream()
                    .filter(other -> other.isLike(arrival) && isFree(other.holding()))
                    .toList();
            Likeness left = alike.stream()
                    .filter(other -> isLeft(other.holding()) && other.hasText(handle, moment, arrival))
                    .findFirst()
                    .orElse(null);
            if (left != null) {
                claim(arrival, left.holding());
            } else if (alike.stream().limit(MOST_TEXTS).anyMatch(other -> other.hasText(handle, moment, arrival))) {
                defer(arrival);
            }
        }
    }

    /** What would push an article from its path waits until that article is found, or surely nowhere. */
    private void keepExchangesTogether() {
        boolean again = true;
        while (again) {
            again = false;
            for (Arrival arrival : moment.arrivals()) {
                Holding pushed = own.get(arrival.path());
                Long claimed = claims.get(arrival.path());
                if (pushed != null
                        && claimed != null
                        && claimed != pushed.number()
                        && isFree(pushed)
                        && defer(arrival)) {
                    claims.remove(arrival.path());
                    claimants.remove(claimed);
                    again = true;
                }
            }
        }
    }
}
