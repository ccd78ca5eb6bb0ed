package dev.feedmill.pages;

import dev.feedmill.article.Article;
import dev.feedmill.article.Entry;

/**
 * An article in a list.
 *
 * @param published for machines, as in RFC 3339
 * @param day the same for people
 */
public record Item(
        String url, String title, String language, String published, String day, String authors, String summary) {
    static Item of(Head head, Entry entry) {
        Article article = entry.article();
        String own = article.language();
        return new Item(
                head.to(entry.pagePath()),
                article.title(),
                own == null ? head.frame().language() : own,
                entry.published().toString(),
                head.frame().day(entry.published()),
                String.join(", ", article.authors()),
                article.summary());
    }
}
