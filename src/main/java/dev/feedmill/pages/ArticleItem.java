package dev.feedmill.pages;

import dev.feedmill.article.Article;
import dev.feedmill.html.text.PlainText;
import dev.feedmill.pages.part.Language;
import dev.feedmill.pages.part.ShownDate;
import dev.feedmill.pages.part.SiteContext;
import dev.feedmill.search.Excerpt;
import dev.feedmill.search.Excerpts;
import dev.feedmill.selection.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article in a list.
 *
 * @param title the title with search matches marked
 * @param published null if unknown
 * @param summary the summary, or the search matches with the words around them
 * @param image URL of its picture
 */
public record ArticleItem(
        String url,
        Excerpt title,
        Language language,
        @Nullable ShownDate published,
        List<String> authors,
        Excerpt summary,
        @Nullable String image) {
    private static final int EXCERPT = 220;

    public ArticleItem {
        authors = List.copyOf(authors);
    }

    public static ArticleItem of(Head head, Entry entry) {
        Article article = entry.article();
        return of(head, entry, Excerpt.plain(article.label()), Excerpt.plain(article.summary()));
    }

    /** A search result, with matches marked in title and text. */
    static ArticleItem found(Head head, Entry entry, Excerpts excerpts) {
        Article article = entry.article();
        String text = PlainText.ofHtml(article.body().stored());
        return of(head, entry, excerpts.title(article.label()), excerpts.body(text, EXCERPT));
    }

    private static ArticleItem of(Head head, Entry entry, Excerpt title, Excerpt summary) {
        SiteContext site = head.site();
        Article article = entry.article();
        return new ArticleItem(
                head.to(entry.page()),
                title,
                site.language(article),
                entry.isDated() ? new ShownDate(entry.published().toString(), site.day(entry.published())) : null,
                article.authors(),
                summary,
                article.image() == null ? null : site.server().resolve(article.image()));
    }
}
