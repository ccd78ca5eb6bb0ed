package dev.feedmill.pages;

import dev.feedmill.pages.part.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The front page.
 *
 * @param counted how many articles there are, in words
 * @param nothing what to say where there are no items
 * @param shelves of categories, tags and authors, as far as there are any
 */
public record HomeView(
        Head head,
        String counted,
        Subscription subscription,
        List<Item> items,
        String nothing,
        @Nullable Link newer,
        @Nullable Link older,
        List<TermSection> shelves) {}
