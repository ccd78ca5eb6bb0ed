package dev.feedmill.article;

import dev.feedmill.html.SafeHtml;
import dev.feedmill.html.text.PlainText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sanitized content of one file: every text is XML-safe, names to compare are NFC, every URL is absolute (this
 * server's begin with {@link dev.feedmill.web.ServerUrl#URL}).
 *
 * @param title plain text; empty if there is none
 * @param summary plain text, may be empty
 * @param times times of publication and last change
 * @param authors names in the order written, without duplicates
 * @param categories without duplicates; may be empty
 * @param tags in the order written, without duplicates
 * @param image URL of the lead picture
 * @param link canonical URL of the article, absolute http or https; null if it is Feedmill's own page
 * @param declaredId {@code guid} or {@code id} as written
 * @param slug path segment from the file, or the file's stem; not yet encoded for a URL
 * @param language BCP 47 tag as written; null for the site's
 * @param visibility who may see it, and until when
 * @param aliases old paths, normalized by {@link AliasPath}
 * @param attachments files of the folder that it shows, plays or links to
 * @param recording enclosures and episode data
 */
public record Article(
        String title,
        SafeHtml body,
        String summary,
        Times times,
        List<String> authors,
        List<CategoryPath> categories,
        List<String> tags,
        @Nullable String image,
        @Nullable String link,
        @Nullable String declaredId,
        String slug,
        @Nullable String language,
        Visibility visibility,
        List<String> aliases,
        Attachments attachments,
        Recording recording) {

    /** The source of the date of publication. */
    public enum DateOrigin {
        FRONT_MATTER,
        FILE_NAME,
        /** The time of the file; the library keeps the first one that it observed. */
        FILE_TIME,
        /** A date without time in the file, completed by the time of day at which the library first saw the file. */
        FIRST_SEEN,
        /** None: the article existed before the library did, so its date of publication is unknown. */
        NONE
    }

    /**
     * The times of publication and change, whole seconds.
     *
     * @param published time at which it is or will be public; {@link #UNKNOWN} if unknown
     * @param from source of that time
     * @param updated as declared, never before {@code published}; null if the file has no such date
     * @param dayEnd end of the day, if the file has a date without time and the time is that of first sight; otherwise
     *     null
     */
    public record Times(
            Instant published,
            DateOrigin from,
            @Nullable Instant updated,
            @Nullable Instant dayEnd) {
        /** A time before every valid date, so that undated articles come last. */
        public static final Instant UNKNOWN = Instant.parse("0001-01-01T00:00:00Z");

        /** A copy with another date and source; drops a declared change that lies before the date. */
        public Times at(Instant date, DateOrigin origin) {
            return new Times(date, origin, updated != null && updated.isBefore(date) ? null : updated, null);
        }
    }

    /** Characters of a text that serves as a title. */
    private static final int LABEL = 80;

    public Article {
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
        tags = List.copyOf(tags);
        aliases = List.copyOf(aliases);
    }

    /**
     * The text for a title in pages and messages: the title, otherwise the beginning of the text, otherwise the day or
     * the slug.
     */
    public String label() {
        if (!title.isEmpty()) {
            return title;
        }
        if (!summary.isEmpty()) {
            return PlainText.cut(summary, LABEL);
        }
        return times.from() == DateOrigin.NONE
                ? slug
                : times.published().toString().substring(0, 10);
    }

    /** A copy with another body. */
    public Article with(SafeHtml other) {
        return copy(other, times, declaredId, visibility);
    }

    /** A copy with other times. */
    public Article with(Times other) {
        return copy(body, other, declaredId, visibility);
    }

    /** A copy with another visibility. */
    public Article with(Visibility other) {
        return copy(body, times, declaredId, other);
    }

    /** A copy with this id as the declared one. */
    public Article withDeclaredId(String id) {
        return copy(body, times, id, visibility);
    }

    private Article copy(SafeHtml otherBody, Times otherTimes, @Nullable String id, Visibility otherVisibility) {
        return new Article(
                title,
                otherBody,
                summary,
                otherTimes,
                authors,
                categories,
                tags,
                image,
                link,
                id,
                slug,
                language,
                otherVisibility,
                aliases,
                attachments,
                recording);
    }

    /** The time at which it is or will be public. */
    public Instant published() {
        return times.published();
    }

    /** The source of the time of publication. */
    public DateOrigin publishedFrom() {
        return times.from();
    }

    /** As declared, never before {@link #published}; null if the file has no such date. */
    public @Nullable Instant updated() {
        return times.updated();
    }

    /** Whether the article is a draft, which is not public at all. */
    public boolean draft() {
        return visibility.degree() == Visibility.Degree.NOWHERE;
    }

    /** Creates an article without old paths. */
    public Article(
            String title,
            SafeHtml body,
            String summary,
            Instant published,
            DateOrigin publishedFrom,
            @Nullable Instant updated,
            List<String> authors,
            List<CategoryPath> categories,
            List<String> tags,
            @Nullable String image,
            @Nullable String link,
            @Nullable String declaredId,
            String slug,
            @Nullable String language,
            boolean draft) {
        this(
                title,
                body,
                summary,
                new Times(published, publishedFrom, updated, null),
                authors,
                categories,
                tags,
                image,
                link,
                declaredId,
                slug,
                language,
                draft ? Visibility.NOWHERE : Visibility.EVERYWHERE,
                List.of(),
                Attachments.NONE,
                Recording.NONE);
    }
}
