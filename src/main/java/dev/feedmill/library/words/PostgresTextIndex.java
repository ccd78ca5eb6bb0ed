package dev.feedmill.library.words;

import dev.feedmill.library.sql.Chunks;
import dev.feedmill.search.Phrase;
import dev.feedmill.search.TextQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Full-text index of PostgreSQL: text search vectors of our own tokens, without the database's dictionaries. */
record PostgresTextIndex(Handle handle) implements TextIndex {
    /**
     * Prefix of the additional tokens of titles: an index stores no weights, so a search in titles would otherwise read
     * every article with the word.
     */
    private static final String IN_TITLE = "=";

    /** Maximum position in a vector (PostgreSQL, section 12.11); words after it are found, but not as phrases. */
    private static final int LAST_POSITION = 16_383;

    private static final int MAX_POSITIONS = 255;

    /** Maximum bytes of text; a vector may have twice as many. */
    private static final int MAX_BYTES = 500_000;

    @Override
    public void add(List<IndexedText> texts) {
        if (texts.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO words (article, published, tokens) VALUES (?, ?, CAST(? AS tsvector))");
        texts.forEach(text -> batch.add(text.article(), text.published(), vector(text)));
        batch.execute();
    }

    @Override
    public void remove(Collection<Long> articles) {
        for (List<Long> some : Chunks.of(articles)) {
            handle.createUpdate("DELETE FROM words WHERE article IN (<numbers>)")
                    .bindList("numbers", some)
                    .execute();
        }
    }

    @Override
    public void clear() {
        handle.execute("DELETE FROM words");
    }

    @Override
    public void prepare() {
        // The planner may take rare words for common ones and then scan all vectors.
        handle.execute("SET LOCAL enable_seqscan = off");
    }

    @Override
    public long count(TextQuery query, long max) {
        return handle.createQuery("SELECT count(*) FROM (SELECT 1 FROM words WHERE tokens @@ CAST(:text AS tsquery)"
                        + " LIMIT :most) matching")
                .bind("text", value(query))
                .bind("most", max)
                .mapTo(Long.class)
                .one();
    }

    @Override
    public boolean streams() {
        return false;
    }

    @Override
    public TextSql sql(TextQuery query) {
        return new TextSql(
                value(query),
                "(WITH matching AS MATERIALIZED"
                        + " (SELECT article, published FROM words WHERE tokens @@ CAST(:text AS tsquery))"
                        + " SELECT article, published FROM matching) w"
                        + " JOIN listing l ON l.term = 0 AND l.published = w.published AND l.article = w.article",
                "true",
                "l.published DESC, l.article DESC",
                "",
                "",
                "(SELECT w.tokens @@ CAST(:text AS tsquery) FROM words w WHERE w.article = l.article)",
                "(SELECT ts_rank_cd(w.tokens, CAST(:text AS tsquery), 1) FROM words w WHERE w.article = l.article)");
    }

    private static String vector(IndexedText text) {
        Map<String, List<String>> positions = new LinkedHashMap<>();
        int position = 1;
        int bytes = 0;
        StringTokenizer title = new StringTokenizer(text.title(), " ");
        while (title.hasMoreTokens()) {
            String token = title.nextToken();
            String place = Integer.toString(Math.min(position++, LAST_POSITION));
            bytes += put(positions, token, place + "A") + put(positions, IN_TITLE + token, place);
        }
        // The gap keeps a phrase from matching across title and body.
        position++;
        StringTokenizer body = new StringTokenizer(text.body(), " ");
        while (body.hasMoreTokens() && bytes < MAX_BYTES) {
            bytes += put(positions, body.nextToken(), Integer.toString(Math.min(position++, LAST_POSITION)));
        }
        return positions.entrySet().stream()
                .map(entry -> "'" + entry.getKey() + "':" + String.join(",", entry.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static int put(Map<String, List<String>> positions, String token, String position) {
        List<String> there = positions.get(token);
        if (there == null) {
            positions.put(token, new ArrayList<>(List.of(position)));
            return token.length() * 3 + 8;
        }
        if (there.size() < MAX_POSITIONS) {
            there.add(position);
            return 2;
        }
        return 0;
    }

    /** Tokens are letters, digits and pictographs, so quotation marks are enough to escape them. */
    private static String value(TextQuery query) {
        return Stream.concat(
                        query.all().stream()
                                .map(any -> any.stream()
                                        .map(PostgresTextIndex::phrase)
                                        .collect(Collectors.joining(" | ", "(", ")"))),
                        query.none().stream().map(phrase -> "!(" + phrase(phrase) + ")"))
                .collect(Collectors.joining(" & "));
    }

    private static String phrase(Phrase phrase) {
        List<String> tokens = new ArrayList<>();
        for (String token : phrase.tokens()) {
            boolean open = phrase.prefix() && tokens.size() == phrase.tokens().size() - 1;
            tokens.add("'" + (phrase.title() ? IN_TITLE : "") + token + "'" + (open ? ":*" : ""));
        }
        return String.join(" <-> ", tokens);
    }
}
