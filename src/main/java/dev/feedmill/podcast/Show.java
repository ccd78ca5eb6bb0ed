package dev.feedmill.podcast;

import dev.feedmill.article.Article;
import dev.feedmill.article.Podcast;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A podcast with its episodes.
 *
 * @param setting where its settings are, such as {@code categories: Hives}
 * @param name that stands for its title where the settings give none
 * @param description of the feed, where the settings of the podcast give none; null for none
 * @param artwork path of its picture in the articles folder; null where it is elsewhere
 */
public record Show(
        String setting,
        String name,
        Podcast podcast,
        @Nullable String description,
        @Nullable String artwork,
        List<Part> parts) {
    public Show {
        parts = List.copyOf(parts);
    }

    /** An article of its feed, and the path of its file. */
    public record Part(String path, Article article) {}

    String title() {
        String title = podcast.words().title();
        return title == null ? name : title;
    }
}
