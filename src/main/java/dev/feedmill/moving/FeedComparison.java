package dev.feedmill.moving;

import dev.feedmill.article.AliasPath;
import dev.feedmill.selection.Entry;
import dev.feedmill.web.ServerUrl;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares an old feed with Feedmill's: what happens to each old entry when subscribers switch. */
public final class FeedComparison {
    /** Tolerance of dates: the two publishers may have read one date in different time zones. */
    private static final Duration SAME_DAY = Duration.ofHours(36);

    /** What a subscriber sees of an old entry. */
    public enum Verdict {
        SAME_ID("same id"),
        WILL_TURN_UNREAD("will turn unread"),
        MISSING("missing");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * An old entry and its new counterpart.
     *
     * @param newId null if the entry is missing
     */
    public record Line(
            OldEntry entry, Verdict verdict, @Nullable String newId) {}

    private final ServerUrl server;
    private final Map<String, Entry> byId = new HashMap<>();
    private final Map<String, Entry> byAddress = new HashMap<>();
    private final Map<String, List<Entry>> byPath = new HashMap<>();
    private final Map<String, List<Entry>> byTitle = new HashMap<>();

    private FeedComparison(ServerUrl server) {
        this.server = server;
    }

    /** One line for each old entry, in the old feed's order. */
    public static List<Line> of(OldFeed old, List<Entry> entries, ServerUrl server) {
        FeedComparison comparison = new FeedComparison(server);
        entries.forEach(comparison::add);
        Set<Entry> taken = new HashSet<>();
        for (OldEntry entry : old.entries()) {
            Entry same = comparison.byId.get(entry.id());
            if (same != null) {
                taken.add(same);
            }
        }
        List<Line> lines = new ArrayList<>();
        for (OldEntry entry : old.entries()) {
            if (comparison.byId.containsKey(entry.id())) {
                lines.add(new Line(entry, Verdict.SAME_ID, entry.id()));
                continue;
            }
            Entry found = comparison.find(entry, taken);
            if (found != null) {
                taken.add(found);
            }
            lines.add(new Line(
                    entry,
                    found == null ? Verdict.MISSING : Verdict.WILL_TURN_UNREAD,
                    found == null ? null : found.id().uri()));
        }
        return lines;
    }

    private void add(Entry entry) {
        byId.put(entry.id().uri(), entry);
        String link = entry.link(server);
        byAddress.putIfAbsent(address(link), entry);
        byPath.computeIfAbsent(path(link), path -> new ArrayList<>()).add(entry);
        entry.article()
                .aliases()
                .forEach(alias ->
                        byPath.computeIfAbsent(alias, path -> new ArrayList<>()).add(entry));
        byTitle.computeIfAbsent(folded(entry.article().title()), title -> new ArrayList<>())
                .add(entry);
    }

    private @Nullable Entry find(OldEntry old, Set<Entry> taken) {
        Entry linked = old.link().isEmpty() ? null : byAddress.get(address(old.link()));
        if (linked != null && !taken.contains(linked)) {
            return linked;
        }
        List<Entry> titled = free(byTitle.getOrDefault(folded(old.title()), List.of()), taken).stream()
                .filter(entry -> isNear(old.published(), entry.published()))
                .toList();
        if (titled.size() == 1 && !old.title().isEmpty()) {
            return titled.get(0);
        }
        String path = old.link().isEmpty() ? "" : path(old.link());
        List<Entry> there = path.isEmpty() ? List.of() : free(byPath.getOrDefault(path, List.of()), taken);
        return there.size() == 1 ? there.get(0) : null;
    }

    private static List<Entry> free(List<Entry> entries, Set<Entry> taken) {
        return entries.stream().filter(entry -> !taken.contains(entry)).toList();
    }

    private static boolean isNear(@Nullable Instant old, Instant now) {
        return old == null || Duration.between(old, now).abs().compareTo(SAME_DAY) <= 0;
    }

    private static String folded(String title) {
        return title.strip().toLowerCase(Locale.ROOT);
    }

    /** Normalizes a URL: ignores scheme, case of the host and a final slash. */
    private static String address(String link) {
        String host = "";
        try {
            String named = URI.create(link.strip()).getHost();
            host = named == null ? "" : named.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return link.strip();
        }
        return host + path(link);
    }

    private static String path(String link) {
        return AliasPath.of(link.strip().replaceFirst("(?i)^[a-z][a-z0-9+.-]*://[^/?#]*", ""));
    }
}
