package dev.feedmill.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Whose article is this? What was known before and what is in the folder now are judged together; each rule takes its
 * articles from those that no rule before it gave away.
 */
final class Claims {
    /** Whom a file may be of, the best claim first. */
    private static final List<BiPredicate<Tracked, File>> ORDER = List.of(
            // The one that has the id that the file declares.
            (article, file) -> !file.guid().isEmpty() && file.guid().equals(article.guid()),
            // The one that is at this path, if the bytes are the same.
            (article, file) -> article.isThere() && article.last().equals(file.path()) && sameBytes(article, file),
            // One with the same bytes, whose path is gone or now holds other bytes.
            (article, file) -> sameBytes(article, file),
            // The one that is at this path.
            (article, file) -> article.isThere() && article.last().equals(file.path()),
            // One that last was at this path.
            (article, file) -> !article.isThere() && article.last().equals(file.path()),
            // One that first was at this path.
            (article, file) -> !article.isUnread() && article.first().equals(file.path()),
            // Of those that went in the same moment, one of the same title and date and nearly the same text.
            (article, file) -> !file.post().look().open() && article.resembles(file.post()));

    private final SortedMap<Integer, Tracked> free = new TreeMap<>();
    private final List<File> files = new ArrayList<>();
    private final List<Tracked> after = new ArrayList<>();
    private boolean clear = true;

    private record File(String path, Post post) {
        /** Empty for none, or where nobody can read it. */
        private String guid() {
            String guid = post.front().guid();
            return post.look().open() || guid == null ? "" : guid;
        }
    }

    private Claims(List<Tracked> before, Tree now) {
        before.forEach(article -> free.put(article.number(), article));
        now.posts().forEach((path, post) -> files.add(new File(path, post)));
        ORDER.forEach(this::settle);
    }

    /** All that were ever known, as they are once the folder holds this; new ones are numbered by their paths. */
    static List<Tracked> judge(List<Tracked> before, Tree now) {
        Claims claims = new Claims(before, now);
        int next = before.stream().mapToInt(Tracked::number).max().orElse(0) + 1;
        for (File file : claims.files) {
            claims.after.add(Tracked.born(next++, file.path(), file.post()));
        }
        claims.free.values().forEach(article -> claims.after.add(article.gone()));
        claims.after.sort(Comparator.comparingInt(Tracked::number));
        return List.copyOf(claims.after);
    }

    /** Whether no two articles claim one file, and no two files one article, with the same right. */
    static boolean isClear(List<Tracked> before, Tree now) {
        return new Claims(before, now).clear;
    }

    private void settle(BiPredicate<Tracked, File> rule) {
        for (File file : List.copyOf(files)) {
            List<Tracked> claimed = free.values().stream()
                    .filter(article -> mayBe(article, file) && rule.test(article, file))
                    .sorted(nearest(file))
                    .toList();
            if (claimed.isEmpty()) {
                continue;
            }
            Tracked article = claimed.get(0);
            clear &= claimed.size() == 1 || nearest(file).compare(article, claimed.get(1)) < 0;
            clear &= files.stream()
                    .noneMatch(other -> !other.equals(file)
                            && mayBe(article, other)
                            && rule.test(article, other)
                            && !article.last().equals(file.path()));
            free.remove(article.number());
            files.remove(file);
            after.add(article.at(file.path(), file.post()));
        }
    }

    /** Of several, the one that is nearest. */
    private static Comparator<Tracked> nearest(File file) {
        return Comparator.comparing((Tracked article) -> !article.isThere())
                .thenComparing(article -> !article.last().equals(file.path()))
                .thenComparing(article -> !article.first().equals(file.path()));
    }

    /** A file that declares another id is another article, wherever it is; one that cannot be read declares nothing. */
    private static boolean mayBe(Tracked article, File file) {
        return article.isUnread()
                ? article.isThere()
                : file.post().look().open() || file.guid().equals(article.guid());
    }

    private static boolean sameBytes(Tracked article, File file) {
        return article.post().text().equals(file.post().text());
    }

    /** Who is where, so that two ways of judging can be compared; those who are new have no number yet. */
    static Map<String, Integer> places(List<Tracked> articles, int known) {
        Map<String, Integer> places = new TreeMap<>();
        articles.stream()
                .filter(Tracked::isThere)
                .forEach(article -> places.put(article.last(), article.number() > known ? 0 : article.number()));
        return places;
    }
}
