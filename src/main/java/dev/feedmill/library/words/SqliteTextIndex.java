package dev.feedmill.library.words;

import dev.feedmill.library.sql.Chunks;
import dev.feedmill.search.Phrase;
import dev.feedmill.search.TextQuery;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Full-text index of SQLite: a contentless FTS5 table, with rows numbered by {@link SortKey}. */
record SqliteTextIndex(Handle handle) implements TextIndex {
    @Override
    public void add(List<IndexedText> texts) {
        TreeMap<Long, IndexedText> placed = new TreeMap<>();
        texts.stream()
                .sorted(Comparator.comparingLong(IndexedText::published).thenComparingLong(IndexedText::article))
                .forEach(text -> {
                    long place = SortKey.preferred(text.published(), text.article());
                    long end = SortKey.last(text.published());
                    while (placed.containsKey(place) || isTaken(place)) {
                        place = 1 + Math.max(place, Math.max(lastTaken(place, end), lastKey(placed, end)));
                    }
                    placed.put(place, text);
                });
        if (placed.isEmpty()) {
            return;
        }
        PreparedBatch places = handle.prepareBatch("INSERT INTO place (place, article, published) VALUES (?, ?, ?)");
        PreparedBatch words = handle.prepareBatch("INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)");
        placed.forEach((place, text) -> {
            places.add(place, text.article(), text.published());
            words.add(place, text.title(), text.body());
        });
        places.execute();
        words.execute();
    }

    private static long lastKey(TreeMap<Long, IndexedText> placed, long end) {
        Long last = placed.floorKey(end);
        return last == null ? Long.MIN_VALUE : last;
    }

    /** The greatest key taken in a range, so that the keys of one second need not be tried in turn. */
    private long lastTaken(long from, long end) {
        return handle.select("SELECT coalesce(max(place), ?) FROM place WHERE place BETWEEN ? AND ?", from, from, end)
                .mapTo(Long.class)
                .one();
    }

    private boolean isTaken(long place) {
        return handle.select("SELECT 1 FROM place WHERE place = ?", place)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    @Override
    public void remove(Collection<Long> articles) {
        for (List<Long> some : Chunks.of(articles)) {
            handle.createUpdate(
                            "DELETE FROM words WHERE rowid IN (SELECT place FROM place WHERE article IN (<numbers>))")
                    .bindList("numbers", some)
                    .execute();
            handle.createUpdate("DELETE FROM place WHERE article IN (<numbers>)")
                    .bindList("numbers", some)
                    .execute();
        }
    }

    @Override
    public void clear() {
        handle.execute("INSERT INTO words (words) VALUES ('delete-all')");
        handle.execute("DELETE FROM place");
    }

    @Override
    public void prepare() {
        // FTS5 needs no preparation.
    }

    @Override
    public long count(TextQuery query, long max) {
        return handle.createQuery(
                        "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH :text LIMIT :most) matching")
                .bind("text", value(query))
                .bind("most", max)
                .mapTo(Long.class)
                .one();
    }

    @Override
    public boolean streams() {
        return true;
    }

    @Override
    public TextSql sql(TextQuery query) {
        // CROSS JOIN makes SQLite begin with the words.
        return new TextSql(
                value(query),
                "words CROSS JOIN place p ON p.place = words.rowid CROSS JOIN listing l"
                        + " ON l.term = 0 AND l.published = p.published AND l.article = p.article",
                "words MATCH :text",
                "words.rowid DESC",
                "words.rowid <= :last",
                "words.rowid >= :first",
                (query.all().isEmpty() ? "NOT " : "") + "EXISTS (" + probe(query) + ")",
                "-bm25(words, 5.0, 1.0)");
    }

    /**
     * Tests one article for a match. A test of a single row is fast, except for prefixes, whose words are collected for
     * each row, and for purely negative queries, which may match in all of the newest articles: these find all matches
     * once.
     */
    private static String probe(TextQuery query) {
        boolean once = query.all().isEmpty()
                || Stream.concat(query.all().stream().flatMap(List::stream), query.none().stream())
                        .anyMatch(Phrase::prefix);
        // The plus sign keeps SQLite from looking up every matching row in the places.
        return once
                ? "SELECT 1 FROM place p WHERE p.article = l.article"
                        + " AND +p.place IN (SELECT rowid FROM words WHERE words MATCH :text)"
                : "SELECT 1 FROM place p CROSS JOIN words ON words.rowid = p.place"
                        + " WHERE p.article = l.article AND words MATCH :text";
    }

    /** Tokens are letters, digits and pictographs, so quotation marks are enough to escape them (FTS5, section 3). */
    private static String value(TextQuery query) {
        String none = any(query.none());
        if (query.all().isEmpty()) {
            return none;
        }
        String all = query.all().stream().map(SqliteTextIndex::any).collect(Collectors.joining(" AND "));
        return query.none().isEmpty() ? all : "(" + all + ") NOT " + none;
    }

    private static String any(List<Phrase> phrases) {
        return phrases.stream().map(SqliteTextIndex::phrase).collect(Collectors.joining(" OR ", "(", ")"));
    }

    private static String phrase(Phrase phrase) {
        return (phrase.title() ? "title : " : "")
                + '"'
                + String.join(" ", phrase.tokens())
                + '"'
                + (phrase.prefix() ? " *" : "");
    }
}
