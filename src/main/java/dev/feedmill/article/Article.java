package dev.feedmill.article;

import dev.feedmill.html.PlainText;
import dev.feedmill.html.SafeHtml;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one file says, clean: every text is XML-safe and NFC where names are compared, every URL absolute (its own
 * server's behind {@link dev.feedmill.html.Here#URL}).
 *
 * @param title plain text; empty where the author gives none
 * @param summary plain text, may be empty
 * @param published when it is or will be public, whole seconds
 * @param publishedFrom where that date was found
 * @param updated as declared, never before {@code published}; null where the file names none
 * @param authors names in the order written, without doubles
 * @param categories without doubles; may be empty
 * @param tags in the order written, without doubles
 * @param image the lead picture's URL
 * @param link where the article lives, absolute http or https; null where Feedmill's own page is its home
 * @param declaredId {@code guid} or {@code id} as written
 * @param slug the path segment that the author wishes for, or the file's stem; not yet made fit for a URL
 * @param language a BCP 47 tag as written, null where the site's holds
 * @param draft true for drafts and unpublished articles, which no one may see
 * @param aliases earlier addresses, as {@link AliasPath} has them
 */
public record Article(
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
        boolean draft,
        List<String> aliases) {

    /** Where the date of publication was found. */
    public enum DateOrigin {
        FRONT_MATTER,
        FILE_NAME,
        /** The time of the file itself: the library keeps the first one that it saw. */
        FILE_TIME
    }

    /** Letters of a text that stand for a title. */
    private static final int LABEL = 80;

    public Article {
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
        tags = List.copyOf(tags);
        aliases = List.copyOf(aliases);
    }

    /** What stands where people look for a title: the title, else the beginning of the text, else the day. */
    public String label() {
        if (!title.isEmpty()) {
            return title;
        }
        return summary.isEmpty() ? published.toString().substring(0, 10) : PlainText.cut(summary, LABEL);
    }

    /** The same where its author declared this id. */
    public Article withDeclaredId(String id) {
        return new Article(
                title,
                body,
                summary,
                published,
                publishedFrom,
                updated,
                authors,
                categories,
                tags,
                image,
                link,
                id,
                slug,
                language,
                draft,
                aliases);
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
                published,
                publishedFrom,
                updated,
                authors,
                categories,
                tags,
                image,
                link,
                declaredId,
                slug,
                language,
                draft,
                List.of());
    }
}
