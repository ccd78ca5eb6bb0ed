package dev.feedmill.podcast;

import dev.feedmill.article.Article;
import dev.feedmill.article.Podcast;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A podcast with its episodes.
 *
 * @param setting name of its settings, such as {@code categories: Hives}
 * @param name title if the settings have none
 * @param description description of the feed, used if the podcast settings have none; null for none
 * @param artwork path of its artwork in the articles folder; null if it is elsewhere
 */
public record CheckedPodcast(
        String setting,
        String name,
        Podcast podcast,
        @Nullable String description,
        @Nullable String artwork,
        List<Part> parts) {
    public CheckedPodcast {
        parts = List.copyOf(parts);
    }

    /** An article of the feed, with the path of its file. */
    public record Part(String path, Article article) {}

    String title() {
        String title = podcast.words().title();
        return title == null ? name : title;
    }
}
