package dev.feedmill.library.write;

import dev.feedmill.article.Article;
import dev.feedmill.article.Article.DateOrigin;
import dev.feedmill.article.Article.Times;
import dev.feedmill.library.table.ArticleRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Dates articles whose files declare no exact time, by the time when they were first seen.
 *
 * @param now seconds since the epoch
 * @param filling whether the library is being filled for the first time, so that no file is news
 */
record FirstSeenDates(long now, boolean filling) {
    /** The times of an article as they are stored; {@code before} is its previous row. */
    Times times(Article read, @Nullable ArticleRow before) {
        return switch (read.publishedFrom()) {
            case FILE_TIME -> undated(read, before);
            case FRONT_MATTER, FILE_NAME -> read.times().dayEnd() == null ? read.times() : day(read, before);
            case FIRST_SEEN, NONE -> read.times();
        };
    }

    /** The file's time counts only once, and never if it is in the future. */
    private Times undated(Article read, @Nullable ArticleRow before) {
        Times times = read.times();
        Instant file = Instant.ofEpochSecond(Math.min(times.published().getEpochSecond(), now));
        boolean listed = !read.draft() && ArticleRow.isListed(read.visibility());
        if (before == null) {
            return filling && listed ? times.at(Times.UNKNOWN, DateOrigin.NONE) : times.at(file, DateOrigin.FILE_TIME);
        }
        Times kept = before.article().times();
        if (!listed || isListed(before) || before.oncePublic() || kept.from() == DateOrigin.NONE) {
            return times.at(kept.published(), kept.from() == DateOrigin.NONE ? DateOrigin.NONE : DateOrigin.FILE_TIME);
        }
        // The file of a draft may have been moved without being written to, which keeps its time.
        return times.at(
                file.getEpochSecond() > before.published() ? file : Instant.ofEpochSecond(now), DateOrigin.FILE_TIME);
    }

    private static boolean isListed(ArticleRow row) {
        return !row.article().draft() && ArticleRow.isListed(row.article().visibility());
    }

    /**
     * The time for a date without a time: the time of that day when the article first became visible; it never changes.
     */
    private Times day(Article read, @Nullable ArticleRow before) {
        Times times = read.times();
        Times kept = before == null ? null : before.article().times();
        if (kept != null && kept.from() == DateOrigin.FIRST_SEEN && isOn(times, kept.published())) {
            return times.at(kept.published(), DateOrigin.FIRST_SEEN);
        }
        boolean unseen = before == null || !before.oncePublic();
        Instant seen = Instant.ofEpochSecond(now);
        return unseen && !read.draft() && ArticleRow.isListed(read.visibility()) && isOn(times, seen)
                ? times.at(seen, DateOrigin.FIRST_SEEN)
                : times.at(times.published(), times.from());
    }

    private static boolean isOn(Times day, Instant time) {
        Instant end = day.dayEnd();
        return end != null && !time.isBefore(day.published()) && time.isBefore(end);
    }
}
