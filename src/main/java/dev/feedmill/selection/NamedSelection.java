package dev.feedmill.selection;

import dev.feedmill.article.PathSegments;
import dev.feedmill.article.Podcast;
import org.jspecify.annotations.Nullable;

/**
 * A selection to which the operator gave a name.
 *
 * @param name one segment of its address
 * @param title for people
 * @param description null where the site's holds
 * @param language BCP 47 tag; null where the site's holds
 * @param image absolute URL of its picture
 * @param where the query that selects its articles, as an address has it; empty for all
 * @param podcast null where it is none
 */
public record NamedSelection(
        String name,
        String title,
        @Nullable String description,
        @Nullable String language,
        @Nullable String image,
        String where,
        @Nullable Podcast podcast) {
    /** First segment of the addresses. */
    public static final String FOLDER = "feeds";

    /** Path of its page, and of its feeds without their extension; percent-encoded, without a slash at its start. */
    public String pagePath() {
        return FOLDER + "/" + PathSegments.encode(name);
    }
}
