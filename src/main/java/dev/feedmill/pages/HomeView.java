package dev.feedmill.pages;

import dev.feedmill.pages.part.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The front page.
 *
 * @param counted number of articles, in words
 * @param nothing message for an empty list
 * @param shelves sections with categories, tags and authors; kinds without terms are left out
 */
public record HomeView(
        Head head,
        String counted,
        Subscription subscription,
        List<ArticleItem> items,
        String nothing,
        @Nullable Link newer,
        @Nullable Link older,
        List<TermSection> shelves) {}
