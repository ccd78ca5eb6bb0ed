package dev.feedmill.article;

import dev.feedmill.html.SafeHtml;
import dev.feedmill.html.text.PlainText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one file says, clean: every text is XML-safe and NFC where names are compared, every URL absolute (its own
 * server's behind {@link dev.feedmill.web.ServerUrl#URL}).
 *
 * @param title plain text; empty where the author gives none
 * @param summary plain text, may be empty
 * @param times of its publication and last change
 * @param authors names in the order written, without doubles
 * @param categories without doubles; may be empty
 * @param tags in the order written, without doubles
 * @param image the lead picture's URL
 * @param link where the article lives, absolute http or https; null where Feedmill's own page is its home
 * @param declaredId {@code guid} or {@code id} as written
 * @param slug the path segment that the author wishes for, or the file's stem; not yet made fit for a URL
 * @param language a BCP 47 tag as written, null where the site's holds
 * @param visibility who may see it, and until when
 * @param aliases earlier addresses, as {@link AliasPath} has them
 * @param attachments the files of the folder that it shows, plays or links to
 * @param recording what of it is played
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

    /** Where the date of publication was found. */
    public enum DateOrigin {
        FRONT_MATTER,
        FILE_NAME,
        /** The time of the file itself: the library keeps the first one that it saw. */
        FILE_TIME,
        /** A day that the file names, at the time of that day at which the library first saw it. */
        FIRST_SEEN,
        /** Nowhere, of an article that was there before the library was: when it was published is not known. */
        NONE
    }

    /**
     * When an article was published and changed, whole seconds.
     *
     * @param published when it is or will be public; {@link #UNKNOWN} where nothing says it
     * @param from where that date was found
     * @param updated as declared, never before {@code published}; null where the file names none
     * @param dayEnd where the file names a day alone whose time is that of first sight: when the day is over; else null
     */
    public record Times(
            Instant published,
            DateOrigin from,
            @Nullable Instant updated,
            @Nullable Instant dayEnd) {
        /** Before every date that can be written: articles without any come after all others. */
        public static final Instant UNKNOWN = Instant.parse("0001-01-01T00:00:00Z");

        /** With another date, found elsewhere; a declared change before it does not count. */
        public Times at(Instant date, DateOrigin origin) {
            return new Times(date, origin, updated != null && updated.isBefore(date) ? null : updated, null);
        }
    }

    /** Letters of a text that stand for a title. */
    private static final int LABEL = 80;

    public Article {
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
        tags = List.copyOf(tags);
        aliases = List.copyOf(aliases);
    }

    /** What stands where people look for a title: the title, else the beginning of the text, else the day or the slug. */
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

    /** The same where its author declared this id. */
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

    /** When it is or will be public. */
    public Instant published() {
        return times.published();
    }

    /** Where that date was found. */
    public DateOrigin publishedFrom() {
        return times.from();
    }

    /** As declared, never before {@link #published}; null where the file names none. */
    public @Nullable Instant updated() {
        return times.updated();
    }

    /** Whether it is held back from everybody. */
    public boolean draft() {
        return visibility.degree() == Visibility.Degree.NOWHERE;
    }

    /** One that had no other address before. */
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
