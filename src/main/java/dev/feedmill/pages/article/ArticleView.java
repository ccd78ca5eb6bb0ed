package dev.feedmill.pages.article;

import dev.feedmill.article.Article;
import dev.feedmill.article.CategoryRule;
import dev.feedmill.article.Podcast;
import dev.feedmill.article.Visibility;
import dev.feedmill.html.ImageSize;
import dev.feedmill.html.PageBody;
import dev.feedmill.html.text.PlainText;
import dev.feedmill.pages.ArticleItem;
import dev.feedmill.pages.Breadcrumbs;
import dev.feedmill.pages.Head;
import dev.feedmill.pages.Subscription;
import dev.feedmill.pages.View;
import dev.feedmill.pages.part.FeedLinks;
import dev.feedmill.pages.part.Language;
import dev.feedmill.pages.part.Link;
import dev.feedmill.pages.part.Picture;
import dev.feedmill.pages.part.Preview;
import dev.feedmill.pages.part.ShownDate;
import dev.feedmill.pages.part.SiteContext;
import dev.feedmill.selection.AdjacentEntries;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The page of an article.
 *
 * @param labels its categories
 */
public record ArticleView(
        Head head,
        List<Link> crumbs,
        Byline byline,
        Content content,
        List<Link> labels,
        List<Link> tags,
        Neighbours neighbours,
        Subscription subscription)
        implements View {
    /**
     * When an article was published, by whom, and where first.
     *
     * @param published null if unknown
     * @param updated null if the article did not change on a later day
     * @param minutes reading time in words; empty for a short text
     * @param original link to the place of first publication; null if that is this page
     * @param url canonical URL of the article
     */
    public record Byline(
            @Nullable ShownDate published,
            @Nullable ShownDate updated,
            List<Link> authors,
            String minutes,
            @Nullable Link original,
            String url) {}

    /**
     * What there is to read, see and hear.
     *
     * @param image lead picture; null if the body shows it too
     * @param player player for its audio or video; null for none
     * @param sections table of contents; empty for a text with few headings
     */
    public record Content(
            Language language,
            @Nullable Picture image,
            @Nullable Player player,
            List<Section> sections,
            String body) {}

    /**
     * Links to the articles before and after.
     *
     * @param label text that names the list they are in
     */
    public record Neighbours(String label, List<AdjacentLink> links) {}

    @Override
    public String template() {
        return "article.jte";
    }

    /**
     * Creates the view.
     *
     * @param home category in which the article is shown, or everything
     * @param rule the operator's settings for that category; null for none
     * @param terms terms that it is listed under
     */
    public static ArticleView of(
            SiteContext site,
            Entry entry,
            Term home,
            @Nullable CategoryRule rule,
            List<Term> terms,
            AdjacentEntries neighbours) {
        Article article = entry.article();
        Podcast podcast = rule == null ? null : rule.podcast();
        List<FeedLinks> feeds = FeedLinks.discovery(site, home, podcast);
        String feed = Podcast.Words.of(podcast).titleOr(home.names().isEmpty() ? site.title() : home.name());
        Preview preview = Preview.of(site, entry, terms);
        Head head = Head.of(site, entry.page().path(), article.label(), article.summary(), feeds)
                .of(preview, entry.link(site.server()));
        boolean listed = article.visibility().degree() != Visibility.Degree.PAGE_ONLY;
        String original = article.link() == null ? null : site.server().resolve(article.link());
        return new ArticleView(
                listed ? head : head.unlisted(),
                home.names().isEmpty() ? List.of() : Breadcrumbs.to(head, home),
                byline(head, entry, links(head, terms, Term.Kind.AUTHOR), original),
                content(head, entry, original, preview.image()),
                links(head, terms, Term.Kind.CATEGORY),
                links(head, terms, Term.Kind.TAG),
                new Neighbours(
                        head.word("neighbours", home.names().isEmpty() ? site.title() : home.name()),
                        links(head, neighbours)),
                Subscription.of(site, feed, feeds.get(0)));
    }

    private static Byline byline(Head head, Entry entry, List<Link> authors, @Nullable String original) {
        SiteContext site = head.site();
        String day = entry.isDated() ? site.day(entry.published()) : "";
        String updatedDay = entry.isChangeDated() ? site.day(entry.updated()) : "";
        int minutes =
                ReadingTime.minutes(PlainText.ofHtml(entry.article().body().stored()));
        return new Byline(
                entry.isDated() ? new ShownDate(entry.published().toString(), head.word("published", day)) : null,
                updatedDay.equals(day)
                        ? null
                        : new ShownDate(entry.updated().toString(), head.word("updated", updatedDay)),
                authors,
                minutes == 0 ? "" : head.word("minutes", minutes),
                original == null ? null : new Link(original, head.word("original", host(original))),
                entry.link(site.server()));
    }

    private static Content content(Head head, Entry entry, @Nullable String original, @Nullable String image) {
        SiteContext site = head.site();
        Article article = entry.article();
        Map<String, ImageSize> sizes = Picture.sizes(article, site.server());
        PageBody shown = PageBody.of(article.body(), site.server(), entry.page().path(), original, sizes);
        String body = shown.html();
        return new Content(
                site.language(article),
                image == null || shows(body, image) ? null : new Picture(image, sizes.get(image)),
                Player.of(head, entry, site.server(), body),
                Section.of(shown.headings()),
                body);
    }

    /** Whether the body shows the image. Printed HTML has only escaped ampersands. */
    private static boolean shows(String body, String image) {
        return body.contains(image.replace("&", "&amp;"));
    }

    private static String host(String url) {
        return url.replaceFirst("^https?://(?:[^/@]*@)?(?:www\\.)?", "").replaceFirst("(?s)[/?#].*", "");
    }

    private static List<Link> links(Head head, List<Term> terms, Term.Kind kind) {
        return terms.stream()
                .filter(term -> term.kind() == kind)
                .map(term -> new Link(head.to(term.page()), term.trail()))
                .toList();
    }

    private static List<AdjacentLink> links(Head head, AdjacentEntries neighbours) {
        List<AdjacentLink> links = new ArrayList<>();
        Entry newer = neighbours.newer();
        if (newer != null) {
            links.add(new AdjacentLink("prev", head.word("neighbour.newer"), ArticleItem.of(head, newer)));
        }
        Entry older = neighbours.older();
        if (older != null) {
            links.add(new AdjacentLink("next", head.word("neighbour.older"), ArticleItem.of(head, older)));
        }
        return links;
    }
}
