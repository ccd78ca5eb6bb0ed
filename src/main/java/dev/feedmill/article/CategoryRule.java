package dev.feedmill.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the operator says of a category. What is not said is null.
 *
 * @param names as articles have them, outermost first; where it was renamed, the new ones
 * @param slug the last segment of its addresses
 * @param title that is shown for its name
 * @param language BCP 47 tag of its feed
 * @param image absolute URL of its feed's picture
 * @param hidden whether no list names it, nor what is below it
 * @param podcast that its feed is
 */
public record CategoryRule(
        List<String> names,
        @Nullable String slug,
        @Nullable String title,
        @Nullable String description,
        @Nullable String language,
        @Nullable String image,
        boolean hidden,
        @Nullable Podcast podcast) {
    public CategoryRule {
        names = List.copyOf(names);
    }
}
