package dev.feedmill.pages;

import dev.feedmill.article.Article;
import dev.feedmill.article.Entry;
import org.jspecify.annotations.Nullable;

/**
 * An article in a list.
 *
 * @param direction of its words, for {@code dir}
 * @param published for machines, as in RFC 3339
 * @param day the same for people
 * @param image URL of its picture
 */
public record Item(
        String url,
        String title,
        String language,
        String direction,
        String published,
        String day,
        String authors,
        String summary,
        @Nullable String image) {
    static Item of(Head head, Entry entry) {
        Frame frame = head.frame();
        Article article = entry.article();
        return new Item(
                head.to(entry.pagePath()),
                article.title(),
                frame.language(article),
                Frame.direction(frame.language(article)),
                entry.published().toString(),
                frame.day(entry.published()),
                String.join(", ", article.authors()),
                article.summary(),
                article.image() == null ? null : frame.here().resolve(article.image()));
    }
}
