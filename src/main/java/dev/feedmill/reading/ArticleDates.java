package dev.feedmill.reading;

import dev.feedmill.article.Article.DateOrigin;
import dev.feedmill.dialect.GeneratorSite;
import dev.feedmill.problem.Problem.Kind;
import dev.feedmill.reading.header.FrontMatter;
import dev.feedmill.reading.header.Report;
import dev.feedmill.reading.header.SourceFile;
import dev.feedmill.reading.header.Split;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The publication and change dates of an article, from its front matter, file name or file time. */
final class ArticleDates {
    private static final List<String> PUBLISHED = List.of(
            "date",
            "publishedat",
            "publishdate",
            "pubdate",
            "pubdatetime",
            "publisheddate",
            "publishedon",
            "datepublished",
            "date.published",
            "date.created",
            "created",
            "createdat",
            "createddate",
            "datecreated",
            "posted",
            "postdate",
            "time",
            "datetime",
            "extra.date",
            "published");
    private static final List<String> UPDATED = List.of(
            "updated",
            "lastmod",
            "lastmodifiedat",
            "lastmodified",
            "lastmodifiedtime",
            "modified",
            "modifiedat",
            "modifiedtime",
            "modifieddate",
            "moddatetime",
            "datemodified",
            "dateupdated",
            "date.updated",
            "date.modified",
            "updatedat",
            "updatedate",
            "updateddate",
            "lastupdated",
            "lastupdate",
            "lastupdate.date",
            "extra.updated",
            "edited");

    /** Keys of a release date: the article is not public before it (gohugo.io/content-management/front-matter). */
    static final Set<String> RELEASES = Set.of(
            "publishdate",
            "publishat",
            "publishon",
            "publishafter",
            "releasedate",
            "releaseat",
            "releaseon",
            "embargo",
            "embargodate",
            "embargoend",
            "embargoends",
            "embargoeduntil",
            "embargountil",
            "goliveat",
            "golivedate");

    /** Keys that hold an article back like {@link #RELEASES}, but have other meanings too. */
    private static final Set<String> ALSO_RELEASES = Set.of("pubdate", "pubdatetime", "published");

    private final GeneratorSite site;
    private final DateParser dates;
    private final SourceFile file;
    private final Split split;
    private final FrontMatter front;
    private final Report report;

    ArticleDates(GeneratorSite site, DateParser dates, SourceFile file, Split split, FrontMatter front, Report report) {
        this.site = site;
        this.dates = dates;
        this.file = file;
        this.split = split;
        this.front = front;
        this.report = report;
    }

    /**
     * A date and where it was found.
     *
     * @param dayEnd end of the day, if only a day is given; null if a time is given
     * @param at when the article is or will be public
     * @param key of the date; null for a date from the path or the file time
     * @param written the date that the generator gives the article and its address; may precede its publication
     */
    record Dated(
            Instant at, DateOrigin origin, @Nullable Instant dayEnd, FrontMatter.@Nullable Found key, Instant written) {
        private Dated(Instant at, DateOrigin origin, @Nullable Instant dayEnd, FrontMatter.@Nullable Found key) {
            this(at, origin, dayEnd, key, at);
        }

        /** Returns the date to show: until the article is public, that of its publication; then the date as written. */
        Dated asOf(Instant now) {
            return at.isAfter(now) || at.equals(written) ? this : new Dated(written, origin, null, key);
        }
    }

    Dated published() {
        List<String> keys = new ArrayList<>(site.dateKeys());
        keys.addAll(PUBLISHED);
        String wrong = null;
        for (String key : keys) {
            String written = front.text(key);
            Instant at = written == null ? null : dates.parse(written);
            if (written != null && at != null) {
                return notBeforeRelease(
                        new Dated(at, DateOrigin.FRONT_MATTER, dates.dayEnd(written), front.found(key)));
            }
            // 'published' may be a date, but is usually a boolean.
            wrong = wrong == null && written != null && !key.equals("published") ? key : wrong;
        }
        if (wrong != null) {
            report.add(front.line(wrong), Kind.DATE, "'" + wrong + "' must be a date, not '" + front.text(wrong) + "'");
        }
        Instant named = inPath();
        if (named != null) {
            return notBeforeRelease(new Dated(named, DateOrigin.FILE_NAME, dates.dayEnd(named), null));
        }
        String changed = updatedKey();
        Instant change = changed == null ? null : dates.parse(String.valueOf(front.text(changed)));
        if (change != null) {
            return new Dated(change, DateOrigin.FRONT_MATTER, null, front.found(String.valueOf(changed)));
        }
        report.add(wrong == null ? split.headerLine() : front.line(wrong), Kind.DATE, ArticleReader.NO_DATE);
        return new Dated(file.modified().truncatedTo(ChronoUnit.SECONDS), DateOrigin.FILE_TIME, null, null);
    }

    private Dated notBeforeRelease(Dated date) {
        Dated last = date;
        for (FrontMatter.Found found : front.all()) {
            String written = isRelease(found) ? found.text() : null;
            Instant release = written == null ? null : dates.parse(written);
            if (written != null && release != null && release.isAfter(last.at())) {
                Instant own = site.datesByRelease() ? release : date.at();
                last = new Dated(release, DateOrigin.FRONT_MATTER, dates.dayEnd(written), found, own);
            }
        }
        return last;
    }

    private static boolean isRelease(FrontMatter.Found found) {
        return RELEASES.contains(found.rule()) || ALSO_RELEASES.contains(found.rule());
    }

    /** Returns the date in the file's path or in the article's path on its website; null if there is none. */
    private @Nullable Instant inPath() {
        Instant named = dates.inPath(file.path());
        for (String key : List.of("permalink", "path", "url", "slug")) {
            String path = front.text(key);
            named = named == null && path != null ? dates.inPath(path) : named;
        }
        return named;
    }

    private @Nullable String updatedKey() {
        return UPDATED.stream()
                .filter(key -> front.text(key) != null)
                .findFirst()
                .orElse(null);
    }

    /** Returns the date of change; null if the file has no usable one. */
    @Nullable
    Instant updated(Instant published, Instant now) {
        String key = updatedKey();
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
            // An embargo may end after the last change.
            if (front.all().stream().anyMatch(ArticleDates::isRelease)) {
                return null;
            }
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
