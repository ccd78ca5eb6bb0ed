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
    private static final int ARTICLES = 500;
    private static final long CHARACTERS = 2_000_000;

    /** Estimated characters of markup for each character of text. */
    private static final int MARKUP = 3;

    /** Fetch size; without one, the driver fetches all rows at once, whatever their size. */
    private static final int FETCHED = 10;

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
    private record Reached(long published, long article) {
        static final Reached NONE = new Reached(Long.MIN_VALUE, Long.MIN_VALUE);
        static final Reached END = new Reached(Long.MAX_VALUE, Long.MAX_VALUE);

        boolean isBehind(long otherPublished, long otherArticle) {
            return published > otherPublished || (published == otherPublished && article >= otherArticle);
        }
    }

    /** Whether all articles are indexed. */
    public boolean isFull() {
        return Reached.END.equals(reached());
    }

    /** Indexes some more articles. */
    public void step() {
        Reached from = reached();
        if (from == null) {
            index.clear();
            from = Reached.NONE;
        }
        if (from.equals(Reached.END)) {
            return;
        }
        List<IndexedText> wordings = next(from);
        index.add(wordings);
        Reached to = wordings.isEmpty() ? Reached.END : last(wordings);
        Meta.put(handle, Meta.WORDS, text(to));
    }

    /** Updates the index for these changed articles. */
    public void update(Collection<Long> articles) {
        Reached reached = reached();
        if (reached == null || articles.isEmpty()) {
            return;
        }
        index.remove(articles);
        List<IndexedText> wordings = new ArrayList<>();
        for (List<Long> some : Chunks.of(articles)) {
            handle.createQuery("SELECT a.published, a.number, a.title, a.body FROM article a"
                            + " WHERE a.visible = 1 AND a.degree = 'EVERYWHERE' AND a.number IN (<numbers>)")
                    .bindList("numbers", some)
                    .setFetchSize(FETCHED)
                    .map((row, context) -> read(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4)))
                    .useStream(said -> said.filter(one -> reached.isBehind(one.published(), one.article()))
                            .map(this::wording)
                            .forEach(wordings::add));
        }
        index.add(wordings);
    }

    private record Said(long published, long article, String title, String body) {}

    private IndexedText wording(Said said) {
        return new IndexedText(
                said.article(),
                said.published(),
                Tokenizer.written(said.title()),
                Tokenizer.written(beginning(said.body())));
    }

    /** The indexed part of a body, limited so that other writers need not wait long. */
    private String beginning(String body) {
        long max = (1L + MARKUP) * maxText;
        String text = PlainText.ofHtml(body.length() <= max ? body : body.substring(0, (int) max));
        return text.length() <= maxText ? text : text.substring(0, maxText);
    }

    private static Said read(long published, long article, String title, String body) {
        return new Said(published, article, title, body);
    }

    private List<IndexedText> next(Reached from) {
        List<IndexedText> wordings = new ArrayList<>();
        long characters = 0;
        try (ResultIterator<Said> said = handle.createQuery(
                        "SELECT l.published, l.article, a.title, a.body FROM (SELECT published, article FROM listing"
                                + " WHERE term = 0 AND (published, article) > (:published, :article)"
                                + " ORDER BY published, article LIMIT " + ARTICLES + ") l"
                                + " CROSS JOIN article a WHERE a.number = l.article ORDER BY l.published, l.article")
                .bind("published", from.published())
                .bind("article", from.article())
                .setFetchSize(FETCHED)
                .map((row, context) -> read(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4)))
                .iterator()) {
            Iterator<Said> some = said;
            while (some.hasNext() && characters < CHARACTERS) {
                Said one = some.next();
                characters += one.body().length();
                wordings.add(wording(one));
            }
        }
        return wordings;
    }

    private static Reached last(List<IndexedText> wordings) {
        IndexedText last = wordings.get(wordings.size() - 1);
        return new Reached(last.published(), last.article());
    }

    /** The position reached; null if indexing has not begun, or began with another tokenizer or length. */
    private @Nullable Reached reached() {
        Optional<String> noted = Meta.get(handle, Meta.WORDS);
        if (noted.isEmpty()) {
            return null;
        }
        List<String> parts = List.of(noted.get().split(" ", -1));
        if (!parts.get(0).equals(fingerprint())) {
            return null;
        }
        return parts.get(1).equals(ALL)
                ? Reached.END
                : new Reached(Long.parseLong(parts.get(1)), Long.parseLong(parts.get(2)));
    }

    /** Fingerprint of the current tokenizer and length. */
    private String fingerprint() {
        return Tokenizer.FINGERPRINT + "/" + maxText;
    }

    private String text(Reached reached) {
        String place = reached.equals(Reached.END) ? ALL : reached.published() + " " + reached.article();
        return fingerprint() + " " + place;
    }
}
