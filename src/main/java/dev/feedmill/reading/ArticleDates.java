package dev.feedmill.reading;

import dev.feedmill.article.Article.DateOrigin;
import dev.feedmill.problem.Problem.Kind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** When an article was published and changed, by its front matter, its file's name or its file's time. */
final class ArticleDates {
    private static final String[] PUBLISHED = {
        "date",
        "published_at",
        "publishdate",
        "publish_date",
        "pubdate",
        "publisheddate",
        "date_published",
        "created",
        "created_at",
        "createdat",
        "posted",
        "time",
        "datetime"
    };
    private static final String[] UPDATED = {
        "updated",
        "lastmod",
        "last_modified_at",
        "last_modified",
        "modified",
        "date_modified",
        "updated_at",
        "update_date",
        "updatedat",
        "lastupdated",
        "modified_at",
        "dateupdated"
    };

    private final Dates dates;
    private final SourceFile file;
    private final Split split;
    private final FrontMatter front;
    private final Report report;

    ArticleDates(Dates dates, SourceFile file, Split split, FrontMatter front, Report report) {
        this.dates = dates;
        this.file = file;
        this.split = split;
        this.front = front;
        this.report = report;
    }

    /** A date with where it was found. */
    record Dated(Instant at, DateOrigin origin) {}

    Dated published() {
        String key = front.firstOf(PUBLISHED);
        if (key == null
                && front.text("published") != null
                && dates.parse(String.valueOf(front.text("published"))) != null) {
            key = "published";
        }
        if (key != null) {
            Instant at = dates.parse(String.valueOf(front.text(key)));
            if (at != null) {
                return new Dated(at, DateOrigin.FRONT_MATTER);
            }
            report.add(front.line(key), Kind.DATE, "'" + key + "' must be a date, not '" + front.text(key) + "'");
        }
        Instant named = dates.inPath(file.path());
        if (named != null) {
            return new Dated(named, DateOrigin.FILE_NAME);
        }
        report.add(
                key == null ? split.headerLine() : front.line(key),
                Kind.DATE,
                "the article names no date; the file's time is recorded instead");
        return new Dated(file.modified().truncatedTo(ChronoUnit.SECONDS), DateOrigin.FILE_TIME);
    }

    /** Null where the file names no usable date of change. */
    @Nullable
    Instant updated(Instant published, Instant now) {
        String key = front.firstOf(UPDATED);
        if (key == null) {
            return null;
        }
        String written = String.valueOf(front.text(key));
        Instant at = dates.parse(written);
        if (at == null) {
            report.add(
                    front.line(key), Kind.DATE, "'" + key + "' must be a date, not '" + written + "'; it is left out");
            return null;
        }
        if (at.isBefore(published)) {
            report.add(
                    front.line(key),
                    Kind.DATE,
                    "'" + key + "' must not be before the date of the article; it is left out");
            return null;
        }
        if (at.isAfter(now) && !published.isAfter(now)) {
            report.add(front.line(key), Kind.DATE, "'" + key + "' must not lie in the future; it is left out");
            return null;
        }
        return at;
    }
}
