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
 * @param times times of publication and last change
 * @param language BCP 47 tag as written; null for the site's
 * @param visibility who may see it, and until when
 */
public record Article(
        Text text,
        Times times,
        Names names,
        Addresses addresses,
        @Nullable String language,
        Visibility visibility,
        Media media) {

    /**
     * The texts of an article.
     *
     * @param title plain text; empty if there is none
     * @param summary plain text, may be empty
     */
    public record Text(String title, String summary, SafeHtml body) {}

    /**
     * The names that an article is found by.
     *
     * @param authors names in the order written, without duplicates
     * @param categories without duplicates; may be empty
     * @param tags in the order written, without duplicates
     */
    public record Names(List<String> authors, List<CategoryPath> categories, List<String> tags) {
        public Names {
            authors = List.copyOf(authors);
            categories = List.copyOf(categories);
            tags = List.copyOf(tags);
        }
    }

    /**
     * The addresses and the id that the file gives its article.
     *
     * @param link canonical URL of the article, absolute http or https; null if it is Feedmill's own page
     * @param declaredId {@code guid} or {@code id} as written
     * @param slug path segment from the file, or the file's stem; not yet encoded for a URL
     * @param aliases old paths, normalized by {@link AliasPath}
     */
    public record Addresses(@Nullable String link, @Nullable String declaredId, String slug, List<String> aliases) {
        public Addresses {
            aliases = List.copyOf(aliases);
        }
    }

    /**
     * The pictures, files and recordings of an article.
     *
     * @param image URL of the lead picture
     * @param attachments files of the folder that it shows, plays or links to
     * @param recording enclosures and episode data
     */
    public record Media(@Nullable String image, Attachments attachments, Recording recording) {
        public static final Media NONE = new Media(null, Attachments.NONE, Recording.NONE);
    }

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

    public String title() {
        return text.title();
    }

    public String summary() {
        return text.summary();
    }

    public SafeHtml body() {
        return text.body();
    }

    public List<String> authors() {
        return names.authors();
    }

    public List<CategoryPath> categories() {
        return names.categories();
    }

    public List<String> tags() {
        return names.tags();
    }

    public @Nullable String link() {
        return addresses.link();
    }

    public @Nullable String declaredId() {
        return addresses.declaredId();
    }

    public String slug() {
        return addresses.slug();
    }

    public List<String> aliases() {
        return addresses.aliases();
    }

    public @Nullable String image() {
        return media.image();
    }

    public Attachments attachments() {
        return media.attachments();
    }

    public Recording recording() {
        return media.recording();
    }

    /**
     * The text for a title in pages and messages: the title, otherwise the beginning of the text, otherwise the day or
     * the slug.
     */
    public String label() {
        if (!title().isEmpty()) {
            return title();
        }
        if (!summary().isEmpty()) {
            return PlainText.cut(summary(), LABEL);
        }
        return times.from() == DateOrigin.NONE
                ? slug()
                : times.published().toString().substring(0, 10);
    }

    /** A copy with another body. */
    public Article with(SafeHtml other) {
        return new Article(new Text(title(), summary(), other), times, names, addresses, language, visibility, media);
    }

    /** A copy with other times. */
    public Article with(Times other) {
        return new Article(text, other, names, addresses, language, visibility, media);
    }

    /** A copy with another visibility. */
    public Article with(Visibility other) {
        return new Article(text, times, names, addresses, language, other, media);
    }

    /** A copy with this id as the declared one. */
    public Article withDeclaredId(String id) {
        Addresses other = new Addresses(link(), id, slug(), aliases());
        return new Article(text, times, names, other, language, visibility, media);
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
}
