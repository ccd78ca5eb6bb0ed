package dev.feedmill.selection;

import dev.feedmill.address.PathSegments;
import dev.feedmill.article.Podcast;
import org.jspecify.annotations.Nullable;

/**
 * A selection with a name, from the operator's settings.
 *
 * @param name path segment
 * @param title title for people
 * @param description null for the site's
 * @param language BCP 47 tag; null for the site's
 * @param image absolute URL of its picture
 * @param where query that selects its articles; empty for all
 * @param podcast podcast settings; null if it is not a podcast
 */
public record NamedSelection(
        String name,
        String title,
        @Nullable String description,
        @Nullable String language,
        @Nullable String image,
        String where,
        @Nullable Podcast podcast) {
    /** First path segment. */
    public static final String FOLDER = "feeds";

    /** The title of its feed and page: the podcast's, if it has one. */
    public String shownTitle() {
        return Podcast.Words.of(podcast).titleOr(title);
    }

    /** The path of its page, and of its feeds without extension; percent-encoded, without a leading slash. */
    public String pagePath() {
        return FOLDER + "/" + PathSegments.encode(name);
    }
}
