package dev.feedmill.library.write;

import dev.feedmill.address.PathSegments;
import dev.feedmill.article.Article;
import dev.feedmill.article.Article.DateOrigin;
import dev.feedmill.article.ArticleId;
import dev.feedmill.article.Visibility;
import dev.feedmill.article.Visibility.Degree;
import dev.feedmill.article.Visibility.HeldBy;
import dev.feedmill.html.SafeHtml;
import dev.feedmill.library.identity.FileReading;
import dev.feedmill.library.identity.Identities;
import dev.feedmill.library.table.ArticleRow;
import dev.feedmill.library.table.ArticleWrite;
import dev.feedmill.library.table.FileOutcome;
import dev.feedmill.library.table.FileRow;
import dev.feedmill.library.table.FileStamp;
import dev.feedmill.problem.Location;
import dev.feedmill.problem.Problem;
import dev.feedmill.reading.ArticleReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns readings of files into the rows of one transaction, in the order of the files. */
final class ArticleImporter {
    private final UnitOfWork work;
    private final Identities identities;

    ArticleImporter(UnitOfWork work, Identities identities) {
        this.work = work;
        this.identities = identities;
    }

    /** Records that the file could not be read now: the library keeps what it has. */
    void keepUnread(FileReading reading) {
        FileRow known = work.files().get(reading.path());
        List<Problem> problems = reading.article().problems();
        work.files()
                .put(
                        known == null
                                ? new FileRow(
                                        reading.path(), FileStamp.UNKNOWN, "", FileOutcome.SKIPPED, null, problems)
                                : new FileRow(
                                        reading.path(),
                                        FileStamp.UNKNOWN,
                                        known.digest(),
                                        known.outcome(),
                                        known.article(),
                                        problems));
    }

    void storeRefused(FileReading reading, List<Problem> problems) {
        FileRow file = work.files().get(reading.path());
        ArticleRow article = stored(reading.path());
        // An unreadable file may be moved, and read at its new path.
        String digest = reading.digest().isEmpty() && file != null ? file.digest() : reading.digest();
        if (article != null) {
            ArticleRow there = article.at(reading.path(), digest);
            work.change(article, hidden(there), ArticleWrite.Extent.STATE);
        }
        storeFile(new FileRow(
                reading.path(),
                reading.stamp(),
                digest,
                FileOutcome.SKIPPED,
                article == null ? null : Long.valueOf(article.number()),
                problems));
    }

    void store(FileReading reading, Article read, List<Problem> problems) {
        ArticleRow known = stored(reading.path());
        if (reading.unsure() != null && known != null && known.visible()) {
            keepPublished(reading, known, read.visibility(), problems);
            return;
        }
        ArticleRow before = known == null ? null : known.notAfter(work.now());
        String key = before == null ? unusedKey(reading.path()) : before.key();
        long number = before == null ? work.articles().nextNumber() : before.number();
        Article article = heldBack(withDates(read, before), reading.unsure());
        String entryId = entryId(article, number, key, before);
        List<Problem> all = new ArrayList<>(problems);
        if (article.publishedFrom() == DateOrigin.NONE) {
            // Whole folders of notes have no dates: one problem covers them all.
            all.removeIf(problem -> problem.message().equals(ArticleReader.NO_DATE));
        }
        String declared = article.declaredId();
        if (declared != null && !entryId.equals(ArticleId.declared(declared).uri())) {
            all.add(new Problem(
                    Location.of(reading.path()),
                    Problem.Kind.DUPLICATE_ID,
                    "the id must be unique, and another article has '" + declared + "' already"));
        }
        String digest = reading.contentDigest();
        ArticleRow after = new ArticleRow(
                new ArticleRow.Identity(
                        number, key, entryId, before == null ? unusedSlug(article.slug()) : before.slug()),
                new ArticleRow.Source(reading.path(), reading.digest(), digest),
                new ArticleRow.State(
                        edited(reading, digest, before),
                        before == null ? null : before.floor(),
                        false,
                        before != null && before.oncePublic(),
                        null),
                List.copyOf(work.terms(article)),
                article);
        after = after.shown(after.isDue(work.now()));
        if (before != null) {
            after = after.notBefore(before, work.now());
        }
        if (known == null || !isSame(known, after)) {
            work.change(known, after, ArticleWrite.Extent.WHOLE);
        }
        storeFile(new FileRow(
                reading.path(),
                reading.stamp(),
                reading.digest(),
                after.isInFeeds() ? FileOutcome.SERVED : FileOutcome.HIDDEN,
                number,
                all));
    }

    /**
     * Keeps a published article unchanged while it is not known how to read the file, but no longer than its author
     * allows.
     */
    private void keepPublished(FileReading reading, ArticleRow known, Visibility own, List<Problem> problems) {
        Article article = known.article();
        Visibility before = article.visibility();
        Visibility now = before.degree().compareTo(own.degree()) < 0 ? before.as(own.degree(), own.heldBy()) : before;
        Article stays = article.with(now.until(own.expires()));
        ArticleRow there = known.at(reading.path(), known.fileDigest()).with(stays);
        ArticleRow after = there.shown(there.isDue(work.now()));
        work.change(known, after, ArticleWrite.Extent.STATE);
        storeFile(new FileRow(
                reading.path(),
                reading.stamp(),
                known.fileDigest(),
                after.isInFeeds() ? FileOutcome.SERVED : FileOutcome.HIDDEN,
                known.number(),
                problems));
    }

    private static Article heldBack(Article article, @Nullable String unsure) {
        return unsure == null
                ? article
                : article.with(article.visibility()
                        .as(Degree.NOWHERE, new HeldBy(0, "'" + unsure + "', which could never be read")));
    }

    void remove(FileRow file) {
        FileRow there = work.files().get(file.path());
        if (there != null && Objects.equals(there.article(), file.article())) {
            work.files().delete(there);
        }
        makeTombstone(file);
    }

    /** Turns an article without a file into a tombstone. */
    private void makeTombstone(FileRow file) {
        Long number = file.article();
        ArticleRow article = number == null ? null : work.articles().get(number);
        if (article != null && !article.removed() && article.path().equals(file.path())) {
            work.change(article, tombstone(article), ArticleWrite.Extent.TOMBSTONE);
        }
    }

    /** Stores a file. The article formerly in it is removed, unless it was found in another file. */
    private void storeFile(FileRow file) {
        FileRow before = work.files().get(file.path());
        work.files().put(file);
        if (before != null
                && !Objects.equals(before.article(), file.article())
                && !identities.claimed(before.article())) {
            makeTombstone(before);
        }
    }

    /** The stored article that this file is, null if it is new; detaches it from its old file. */
    private @Nullable ArticleRow stored(String path) {
        Long number = identities.article(path);
        ArticleRow article = number == null ? null : work.articles().get(number);
        if (article != null && !article.path().equals(path)) {
            FileRow left = work.files().get(article.path());
            if (left != null && Objects.equals(number, left.article())) {
                work.files().delete(left);
            }
        }
        return article;
    }

    /** The path, with a number if an article that has moved away still uses it as its key. */
    private String unusedKey(String path) {
        String key = path;
        for (int i = 2; work.articles().keyTaken(key); i++) {
            key = path + "#" + i;
        }
        return key;
    }

    private String unusedSlug(String wished) {
        String base = PathSegments.ofName(wished);
        String slug = base;
        while (work.articles().slugTaken(slug)) {
            slug = base + "-" + work.nextSuffix(base);
        }
        return slug;
    }

    private String entryId(Article article, long number, String key, @Nullable ArticleRow before) {
        String declared = article.declaredId();
        if (declared != null) {
            String uri = ArticleId.declared(declared).uri();
            ArticleRow holder = work.articles().holderOfEntryId(uri);
            if (holder == null || holder.number() == number) {
                return uri;
            }
        }
        if (before != null && Objects.equals(before.article().declaredId(), declared)) {
            return before.entryId();
        }
        for (int i = 1; ; i++) {
            String uri = ArticleId.ofKey(i == 1 ? key : key + "#" + i).uri();
            ArticleRow holder = work.articles().holderOfEntryId(uri);
            if (holder == null || holder.number() == number) {
                return uri;
            }
        }
    }

    private Article withDates(Article read, @Nullable ArticleRow before) {
        return read.with(new FirstSeenDates(work.now(), work.isFilling()).times(read, before));
    }

    /** Time of the last edit: neither a change of the reader nor a change before publication counts as one. */
    private @Nullable Long edited(FileReading reading, String digest, @Nullable ArticleRow before) {
        if (before == null
                || !before.oncePublic()
                || before.fileDigest().equals(reading.digest())
                || (work.hasOtherDigests() && isSameText(reading))
                || before.contentDigest().equals(digest)) {
            return before == null ? null : before.edited();
        }
        long time = Math.min(reading.stamp().time().getEpochSecond(), work.now());
        return time > before.updated() ? time : Math.max(before.updated(), work.now());
    }

    /** Whether the file is the one that was read before, so that bytes need not be compared. */
    private boolean isSameText(FileReading reading) {
        FileRow known = work.files().get(reading.path());
        return known != null && known.stamp().isSameText(reading.stamp());
    }

    private static boolean isSame(ArticleRow before, ArticleRow after) {
        return headOf(before).equals(headOf(after));
    }

    private static ArticleRow headOf(ArticleRow row) {
        Article article = row.article();
        return row.with(article.with(SafeHtml.EMPTY));
    }

    private static ArticleRow hidden(ArticleRow row) {
        Article article = row.article();
        return row.with(article.with(article.visibility().as(Degree.NOWHERE, null)))
                .shown(false);
    }

    private ArticleRow tombstone(ArticleRow row) {
        return row.removedAt(work.now());
    }
}
