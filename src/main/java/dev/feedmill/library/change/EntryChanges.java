package dev.feedmill.library.change;

import dev.feedmill.library.table.ArticleRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The changed entries of feeds in one transaction. */
public final class EntryChanges {
    private final SortedMap<Long, Presence> presences = new TreeMap<>();
    private final Map<String, Set<Long>> deleted = new HashMap<>();
    private final Set<String> present = new HashSet<>();

    /** Whether an article was in feeds before the transaction, and is after it. */
    private record Presence(boolean before, boolean after) {
        EntryChange.@Nullable Kind kind() {
            if (before) {
                return after ? EntryChange.Kind.EDITED : EntryChange.Kind.REMOVED;
            }
            return after ? EntryChange.Kind.ADDED : null;
        }
    }

    /** Records a change that clients can see. */
    public void change(@Nullable ArticleRow before, ArticleRow after) {
        boolean was = before != null && before.isInFeeds();
        boolean is = after.isInFeeds();
        presences.merge(
                after.number(), new Presence(was, is), (first, last) -> new Presence(first.before(), last.after()));
        if (before != null && was && !(is && after.entryId().equals(before.entryId()))) {
            present.remove(before.entryId());
            deleted.computeIfAbsent(before.entryId(), id -> new TreeSet<>()).addAll(before.listings());
        }
        if (is) {
            present.add(after.entryId());
            deleted.remove(after.entryId());
        }
    }

    /** The changed entries. */
    public List<EntryChange> list() {
        return presences.entrySet().stream()
                .flatMap(entry -> {
                    EntryChange.Kind kind = entry.getValue().kind();
                    return kind == null ? Stream.of() : Stream.of(new EntryChange(entry.getKey(), kind));
                })
                .toList();
    }

    /**
     * Writes the deleted entries.
     *
     * @param terms numbers of the changed terms
     * @param now seconds since the epoch
     * @param rules how many, and for how long
     */
    public void writeDeletions(Handle handle, Set<Long> terms, long now, DeletionRules rules) {
        DeletionTable table = new DeletionTable(handle);
        table.remove(present);
        if (rules.limit() > 0 && !rules.kept().isZero()) {
            table.add(deleted, now);
        }
        table.trim(terms, now - rules.kept().toSeconds(), rules.limit());
    }
}
