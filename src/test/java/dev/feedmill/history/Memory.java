package dev.feedmill.history;

import dev.feedmill.history.FeedDocument.Entry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a reader knows of each article by its id: ids, addresses and dates must stay what they were. */
final class Memory {
    private final Map<Integer, String> ids = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Integer, Seen> seen = new HashMap<>();
    private int looks;

    private record Seen(Post post, Entry entry, int look, Instant at) {}

    /** Whether these are just the texts and dates that must be shown, whatever their ids. */
    static boolean areTexts(List<Tracked> shown, List<Entry> entries) {
        Set<String> dates =
                entries.stream().map(entry -> key(entry) + entry.published()).collect(Collectors.toSet());
        boolean dated = shown.stream()
                .map(Tracked::post)
                .allMatch(post -> post.front().date() == null
                        || dates.contains(key(post) + post.front().date()));
        return dated
                && texts(shown.stream().map(article -> key(article.post())).toList())
                        .equals(texts(entries.stream().map(Memory::key).toList()));
    }

    private static List<String> texts(List<String> keys) {
        return keys.stream().sorted().toList();
    }

    static String key(Post post) {
        return post.front().title() + " | " + post.words().mark();
    }

    static String key(Entry entry) {
        return entry.title() + " | " + entry.content().replaceAll("(?s).*This is ([a-z0-9]*)\\..*", "$1");
    }

    /** What is wrong with the ids of entries whose texts are right; null for nothing. */
    @Nullable
    String fault(List<Tracked> shown, List<Entry> entries) {
        Map<String, List<Tracked>> wanted = shown.stream()
                .collect(Collectors.groupingBy(article -> key(article.post()), TreeMap::new, Collectors.toList()));
        Map<String, List<Entry>> given = entries.stream().collect(Collectors.groupingBy(Memory::key));
        for (Map.Entry<String, List<Tracked>> group : wanted.entrySet()) {
            List<String> came = given.getOrDefault(group.getKey(), List.of()).stream()
                    .map(Entry::id)
                    .toList();
            Set<Integer> expected =
                    group.getValue().stream().map(Tracked::number).collect(Collectors.toSet());
            for (Tracked article : group.getValue()) {
                String id = ids.get(article.number());
                if (id != null && !came.contains(id)) {
                    return article.last() + " '" + group.getKey() + "' must have the id " + id + ", not "
                            + described(came);
                }
            }
            for (String id : came) {
                Integer other = numbers.get(id);
                if (other != null && !expected.contains(other)) {
                    return "'" + group.getKey() + "' must not have the id of " + other + ", " + id;
                }
            }
        }
        return null;
    }

    private String described(List<String> came) {
        return came.stream()
                .map(id -> id + (numbers.containsKey(id) ? " of article " + numbers.get(id) : " that is new"))
                .collect(Collectors.joining(", "));
    }

    /**
     * Takes in what is shown, which has no {@link #fault}.
     *
     * @param changed birds of which another text was written since the last time
     */
    void learn(List<Tracked> shown, List<Entry> entries, Set<String> changed) {
        looks++;
        List<Entry> rest = new ArrayList<>(entries);
        Map<Integer, Entry> byNumber = new HashMap<>();
        for (Entry entry : entries) {
            Integer number = numbers.get(entry.id());
            if (number != null) {
                byNumber.put(number, entry);
                rest.remove(entry);
            }
        }
        for (Tracked article : shown) {
            if (!byNumber.containsKey(article.number())) {
                Entry entry = rest.stream()
                        .filter(candidate -> key(candidate).equals(key(article.post())))
                        .min(Comparator.comparing((Entry candidate) -> !isNamedAfter(candidate, article.first())))
                        .orElseThrow();
                rest.remove(entry);
                ids.put(article.number(), entry.id());
                numbers.put(entry.id(), article.number());
                byNumber.put(article.number(), entry);
            }
        }
        shown.forEach(article -> compare(article, Objects.requireNonNull(byNumber.get(article.number())), changed));
    }

    private static boolean isNamedAfter(Entry entry, String path) {
        String stem = path.replaceAll(".*/|\\.md$", "");
        return entry.url().replaceAll(".*/", "").matches(stem + "(-[0-9]+)?");
    }

    private void compare(Tracked article, Entry entry, Set<String> changed) {
        Instant date = article.post().front().date();
        Promise dates = Promise.DATES_OF_ENTRIES;
        String who = article.last() + " '" + key(article.post()) + "'";
        dates.expect(who, date == null || entry.published().equals(date), "published " + date, "" + entry.published());
        Seen before = seen.put(article.number(), new Seen(article.post(), entry, looks, Instant.now()));
        if (before == null) {
            return;
        }
        Entry old = before.entry();
        Promise.ONE_ID_FOR_EVER.expect(who, entry.url().equals(old.url()), old.url(), entry.url());
        boolean sameDate = Objects.equals(date, before.post().front().date());
        dates.expect(
                who,
                !sameDate || entry.published().equals(old.published()),
                "published still " + old.published(),
                "" + entry.published());
        String updated = "" + entry.updated();
        dates.expect(who, !entry.updated().isBefore(old.updated()), "updated not before " + old.updated(), updated);
        if (!article.post().readsAs(before.post())) {
            dates.expect(
                    who,
                    entry.updated().isAfter(old.updated())
                            || !old.updated().isBefore(before.at().truncatedTo(ChronoUnit.SECONDS)),
                    "updated after " + old.updated() + ", since it was edited",
                    updated);
        } else if (sameDate
                && before.look() == looks - 1
                && !changed.contains(article.post().words().bird())) {
            dates.expect(
                    who,
                    entry.updated().equals(old.updated()),
                    "updated still " + old.updated() + ", since it was not edited",
                    updated);
        }
    }
}
