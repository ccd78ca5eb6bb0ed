package dev.feedmill.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operator's settings for a category; null for settings that are not given.
 *
 * @param names names as articles have them, outermost first; the new ones if it was renamed
 * @param slug last segment of its paths
 * @param title title that replaces its name
 * @param language BCP 47 tag of its feed
 * @param image absolute URL of its feed's picture
 * @param hidden whether lists omit it and everything below it
 * @param podcast podcast settings of its feed
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
