package dev.feedmill.library.words;

import dev.feedmill.html.text.PlainText;
import dev.feedmill.library.sql.Chunks;
import dev.feedmill.library.sql.Meta;
import dev.feedmill.search.Tokenizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the full-text index up to date: indexes existing articles in small steps, oldest first, and changes at once up
 * to the position reached.
 */
public final class TextIndexer {
    private static final int MAX_ARTICLES = 500;
    private static final long MAX_CHARACTERS = 2_000_000;

    /** Estimated characters of markup for each character of text. */
    private static final int MARKUP = 3;

    /** Fetch size; without one, the driver fetches all rows at once, whatever their size. */
    private static final int FETCH_SIZE = 10;

    private static final String ALL = "all";

    private final Handle handle;
    private final TextIndex index;
    private final int maxText;

    /**
     * Creates the index maintenance of a transaction.
     *
     * @param maxText number of characters of an article to index
     */
    public TextIndexer(Handle handle, TextIndex index, int maxText) {
        this.handle = handle;
        this.index = index;
        this.maxText = maxText;
    }

    /** The last article that is indexed. */
    private record Position(long published, long article) {
        static final Position NONE = new Position(Long.MIN_VALUE, Long.MIN_VALUE);
        static final Position END = new Position(Long.MAX_VALUE, Long.MAX_VALUE);

        boolean covers(long otherPublished, long otherArticle) {
            return published > otherPublished || (published == otherPublished && article >= otherArticle);
        }
    }

    /** Whether all articles are indexed. */
    public boolean isFull() {
        return Position.END.equals(position());
    }

    /** Indexes some more articles. */
    public void step() {
        Position from = position();
        if (from == null) {
            index.clear();
            from = Position.NONE;
        }
        if (from.equals(Position.END)) {
            return;
        }
        List<IndexedText> texts = next(from);
        index.add(texts);
        Position to = texts.isEmpty() ? Position.END : last(texts);
        Meta.put(handle, Meta.WORDS, text(to));
    }

    /** Updates the index for these changed articles. */
    public void update(Collection<Long> articles) {
        Position position = position();
        if (position == null || articles.isEmpty()) {
            return;
        }
        index.remove(articles);
        List<IndexedText> texts = new ArrayList<>();
        for (List<Long> some : Chunks.of(articles)) {
            handle.createQuery("SELECT a.published, a.number, a.title, a.body FROM article a"
                            + " WHERE a.visible = 1 AND a.degree = 'EVERYWHERE' AND a.number IN (<numbers>)")
                    .bindList("numbers", some)
                    .setFetchSize(FETCH_SIZE)
                    .map((row, context) -> read(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4)))
                    .useStream(stored -> stored.filter(one -> position.covers(one.published(), one.article()))
                            .map(this::indexed)
                            .forEach(texts::add));
        }
        index.add(texts);
    }

    private record StoredText(long published, long article, String title, String body) {}

    private IndexedText indexed(StoredText stored) {
        return new IndexedText(
                stored.article(),
                stored.published(),
                Tokenizer.written(stored.title()),
                Tokenizer.written(beginning(stored.body())));
    }

    /** The indexed part of a body, limited so that other writers need not wait long. */
    private String beginning(String body) {
        long max = (1L + MARKUP) * maxText;
        String text = PlainText.ofHtml(body.length() <= max ? body : body.substring(0, (int) max));
        return text.length() <= maxText ? text : text.substring(0, maxText);
    }

    private static StoredText read(long published, long article, String title, String body) {
        return new StoredText(published, article, title, body);
    }

    private List<IndexedText> next(Position from) {
        List<IndexedText> texts = new ArrayList<>();
        long characters = 0;
        try (ResultIterator<StoredText> stored = handle.createQuery(
                        "SELECT l.published, l.article, a.title, a.body FROM (SELECT published, article FROM listing"
                                + " WHERE term = 0 AND (published, article) > (:published, :article)"
                                + " ORDER BY published, article LIMIT " + MAX_ARTICLES + ") l"
                                + " CROSS JOIN article a WHERE a.number = l.article ORDER BY l.published, l.article")
                .bind("published", from.published())
                .bind("article", from.article())
                .setFetchSize(FETCH_SIZE)
                .map((row, context) -> read(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4)))
                .iterator()) {
            Iterator<StoredText> some = stored;
            while (some.hasNext() && characters < MAX_CHARACTERS) {
                StoredText one = some.next();
                characters += one.body().length();
                texts.add(indexed(one));
            }
        }
        return texts;
    }

    private static Position last(List<IndexedText> texts) {
        IndexedText last = texts.get(texts.size() - 1);
        return new Position(last.published(), last.article());
    }

    /** The position reached; null if indexing has not begun, or began with another tokenizer or length. */
    private @Nullable Position position() {
        Optional<String> noted = Meta.get(handle, Meta.WORDS);
        if (noted.isEmpty()) {
            return null;
        }
        List<String> parts = List.of(noted.get().split(" ", -1));
        if (!parts.get(0).equals(fingerprint())) {
            return null;
        }
        return parts.get(1).equals(ALL)
                ? Position.END
                : new Position(Long.parseLong(parts.get(1)), Long.parseLong(parts.get(2)));
    }

    /** Fingerprint of the current tokenizer and length. */
    private String fingerprint() {
        return Tokenizer.FINGERPRINT + "/" + maxText;
    }

    private String text(Position position) {
        String place = position.equals(Position.END) ? ALL : position.published() + " " + position.article();
        return fingerprint() + " " + place;
    }
}
