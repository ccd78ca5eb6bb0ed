package dev.feedmill.library;

import dev.feedmill.article.Article;
import dev.feedmill.article.ArticleId;
import dev.feedmill.article.Segments;
import dev.feedmill.html.SafeHtml;
import dev.feedmill.problem.Location;
import dev.feedmill.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns what files say into the lines of one transaction, in the order in which the files come. */
final class Intake {
    private final Batch batch;
    private final Vanished vanished;

    Intake(Batch batch, Vanished vanished) {
        this.batch = batch;
        this.vanished = vanished;
    }

    void skip(Reading reading, List<Problem> problems) {
        FileRow file = batch.files().get(reading.path());
        Long number = file == null ? null : file.article();
        ArticleRow article = number == null ? null : batch.articles().get(number);
        if (article != null && !article.removed() && article.path().equals(reading.path())) {
            batch.change(article, hidden(article), ArticleWrite.Extent.STATE);
        }
        batch.files()
                .put(new FileRow(reading.path(), reading.stamp(), reading.digest(), Outcome.SKIPPED, number, problems));
    }

    void take(Reading reading, Article read, List<Problem> problems) {
        ArticleRow before = earlier(reading, read);
        String key = before == null ? freeKey(reading.path()) : before.key();
        long number = before == null ? freeNumber(key) : before.number();
        Article article = dated(read, before);
        String entryId = entryId(article, number, key, before);
        List<Problem> all = new ArrayList<>(problems);
        String declared = article.declaredId();
        if (declared != null && !entryId.equals(ArticleId.declared(declared).uri())) {
            all.add(new Problem(
                    Location.of(reading.path()),
                    Problem.Kind.DUPLICATE_ID,
                    "the id must be unique, and another article has '" + declared + "' already"));
        }
        boolean visible = !article.draft() && article.published().getEpochSecond() <= batch.now();
        String digest = reading.contentDigest();
        ArticleRow after = new ArticleRow(
                number,
                key,
                reading.path(),
                entryId,
                before == null ? freeSlug(article.slug()) : before.slug(),
                reading.digest(),
                digest,
                edited(reading, digest, before),
                visible,
                visible || (before != null && before.oncePublic()),
                null,
                List.copyOf(batch.terms(article)),
                article);
        if (before == null || !same(before, after)) {
            batch.change(before, after, ArticleWrite.Extent.WHOLE);
        }
        batch.files()
                .put(new FileRow(
                        reading.path(),
                        reading.stamp(),
                        reading.digest(),
                        visible ? Outcome.SERVED : Outcome.HIDDEN,
                        number,
                        all));
    }

    void remove(FileRow file) {
        batch.files().delete(file);
        Long number = file.article();
        ArticleRow article = number == null ? null : batch.articles().get(number);
        if (article != null && !article.removed() && article.path().equals(file.path())) {
            batch.change(article, tombstone(article), ArticleWrite.Extent.TOMBSTONE);
        }
    }

    /** What the library knows of this article: by its path, its bytes elsewhere, its declared id or its grave. */
    private @Nullable ArticleRow earlier(Reading reading, Article read) {
        FileRow file = batch.files().get(reading.path());
        if (file != null && file.article() != null) {
            ArticleRow own = batch.articles().get(file.article());
            if (own != null && own.path().equals(reading.path())) {
                return own;
            }
        }
        FileRow moved = vanished.claim(reading.digest());
        if (moved == null && read.declaredId() != null) {
            ArticleRow holder = batch.articles()
                    .holderOfEntryId(ArticleId.declared(read.declaredId()).uri());
            if (holder != null && holder.removed()) {
                return holder;
            }
            moved = holder == null ? null : vanished.claimPath(holder.path());
        }
        if (moved != null && moved.article() != null) {
            batch.files().delete(moved);
            ArticleRow other = batch.articles().get(moved.article());
            if (other != null && other.path().equals(moved.path())) {
                return other;
            }
        }
        ArticleRow buried = buried(reading.path());
        return buried != null ? buried : batch.articles().removedWith(reading.digest());
    }

    private @Nullable ArticleRow buried(String path) {
        ArticleRow holder = batch.articles().get(Hashes.number(path));
        return holder != null && holder.removed() && holder.key().equals(path) ? holder : null;
    }

    /** The path, or, where an article keeps it that has moved away, the path with a number. */
    private String freeKey(String path) {
        String key = path;
        for (int i = 2; holds(key); i++) {
            key = path + "#" + i;
        }
        return key;
    }

    private boolean holds(String key) {
        for (long number = Hashes.number(key); ; number++) {
            ArticleRow row = batch.articles().get(number);
            if (row == null || row.key().equals(key)) {
                return row != null;
            }
        }
    }

    private long freeNumber(String key) {
        long number = Hashes.number(key);
        while (batch.articles().get(number) != null) {
            number++;
        }
        return number;
    }

    private String freeSlug(String wished) {
        String base = Segments.ofName(wished);
        String slug = base;
        while (batch.articles().slugTaken(slug)) {
            slug = base + "-" + batch.nextSuffix(base);
        }
        return slug;
    }

    private String entryId(Article article, long number, String key, @Nullable ArticleRow before) {
        String declared = article.declaredId();
        if (declared != null) {
            String uri = ArticleId.declared(declared).uri();
            ArticleRow holder = batch.articles().holderOfEntryId(uri);
            if (holder == null || holder.number() == number) {
                return uri;
            }
        }
        if (before != null && Objects.equals(before.article().declaredId(), declared)) {
            return before.entryId();
        }
        for (int i = 1; ; i++) {
            String uri = ArticleId.ofKey(i == 1 ? key : key + "#" + i).uri();
            ArticleRow holder = batch.articles().holderOfEntryId(uri);
            if (holder == null || holder.number() == number) {
                return uri;
            }
        }
    }

    /** The time of a file counts once, and never for a date to come. */
    private Article dated(Article read, @Nullable ArticleRow before) {
        if (read.publishedFrom() != Article.DateOrigin.FILE_TIME) {
            return read;
        }
        Instant first = before != null
                ? before.article().published()
                : Instant.ofEpochSecond(Math.min(read.published().getEpochSecond(), batch.now()));
        return Articles.with(read, read.body(), first, read.draft());
    }

    /** A reader that reads otherwise is no edit, nor is anything before somebody could see it. */
    private @Nullable Long edited(Reading reading, String digest, @Nullable ArticleRow before) {
        if (before == null
                || !before.oncePublic()
                || before.fileDigest().equals(reading.digest())
                || before.contentDigest().equals(digest)) {
            return before == null ? null : before.edited();
        }
        long time = Math.min(reading.stamp().time().getEpochSecond(), batch.now());
        return time > before.updated() ? time : Math.max(before.updated(), batch.now());
    }

    private static boolean same(ArticleRow before, ArticleRow after) {
        return headOf(before).equals(headOf(after));
    }

    private static ArticleRow headOf(ArticleRow row) {
        Article article = row.article();
        return Articles.with(row, Articles.with(article, SafeHtml.EMPTY, article.published(), article.draft()));
    }

    private static ArticleRow hidden(ArticleRow row) {
        Article article = row.article();
        return Articles.state(
                row, Articles.with(article, article.body(), article.published(), true), false, null, row.terms());
    }

    private ArticleRow tombstone(ArticleRow row) {
        return Articles.state(row, row.article(), false, batch.now(), List.of());
    }
}
