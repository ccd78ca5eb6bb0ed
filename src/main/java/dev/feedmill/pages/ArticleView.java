package dev.feedmill.pages;

import dev.feedmill.article.Article;
import dev.feedmill.article.CategoryRule;
import dev.feedmill.article.Podcast;
import dev.feedmill.article.Visibility;
import dev.feedmill.html.ImageSize;
import dev.feedmill.html.PageBody;
import dev.feedmill.pages.part.FeedLinks;
import dev.feedmill.pages.part.Link;
import dev.feedmill.pages.part.Picture;
import dev.feedmill.pages.part.Preview;
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
 * @param published machine-readable, as in RFC 3339; empty if unknown
 * @param publishedOn date for people
 * @param updatedOn date for people; null if the article did not change on a later day
 * @param image lead picture; null if the body shows it too
 * @param player player for its audio or video; null for none
 * @param original URL of first publication; null if that is this page
 * @param labels its categories and tags
 * @param neighbours label for the links to adjacent articles
 */
public record ArticleView(
        Head head,
        List<Link> crumbs,
        String language,
        String direction,
        String title,
        String published,
        String publishedOn,
        String updated,
        @Nullable String updatedOn,
        List<Link> authors,
        @Nullable Picture image,
        String body,
        @Nullable Player player,
        @Nullable String original,
        List<Link> labels,
        String neighbours,
        List<AdjacentLink> sides,
        Subscription subscription)
        implements View {
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
                .of(preview, entry.link(site.here()));
        boolean listed = article.visibility().degree() != Visibility.Degree.PAGE_ONLY;
        String own = article.link();
        String day = entry.isDated() ? site.day(entry.published()) : "";
        String updatedDay = entry.isChangeDated() ? site.day(entry.updated()) : "";
        Map<String, ImageSize> sizes = Picture.sizes(article, site.here());
        String body = PageBody.of(
                article.body(),
                site.here(),
                entry.page().path(),
                own == null ? null : site.here().resolve(own),
                sizes);
        String image = preview.image();
        return new ArticleView(
                listed ? head : head.unlisted(),
                home.names().isEmpty() ? List.of() : Breadcrumbs.to(head, home),
                site.language(article),
                SiteContext.direction(site.language(article)),
                article.label(),
                preview.published(),
                day.isEmpty() ? "" : head.word("published", day),
                preview.updated(),
                updatedDay.equals(day) ? null : head.word("updated", updatedDay),
                links(head, terms, Term.Kind.AUTHOR, ""),
                image == null || shows(body, image) ? null : new Picture(image, sizes.get(image)),
                body,
                Player.of(head, entry, site.here(), body),
                own == null ? null : site.here().resolve(own),
                labels(head, terms),
                head.word("neighbours", home.names().isEmpty() ? site.title() : home.name()),
                sides(head, neighbours),
                Subscription.of(site, feed, feeds.get(0)));
    }

    /** Whether the body shows the image. Printed HTML has only escaped ampersands. */
    private static boolean shows(String body, String image) {
        return body.contains(image.replace("&", "&amp;"));
    }

    private static List<Link> labels(Head head, List<Term> terms) {
        List<Link> labels = new ArrayList<>(links(head, terms, Term.Kind.CATEGORY, ""));
        labels.addAll(links(head, terms, Term.Kind.TAG, "#"));
        return labels;
    }

    private static List<Link> links(Head head, List<Term> terms, Term.Kind kind, String sign) {
        return terms.stream()
                .filter(term -> term.kind() == kind)
                .map(term -> new Link(head.to(term.page()), sign + term.trail()))
                .toList();
    }

    private static List<AdjacentLink> sides(Head head, AdjacentEntries neighbours) {
        List<AdjacentLink> sides = new ArrayList<>();
        Entry newer = neighbours.newer();
        if (newer != null) {
            sides.add(new AdjacentLink("prev", head.word("neighbour.newer"), ArticleItem.of(head, newer)));
        }
        Entry older = neighbours.older();
        if (older != null) {
            sides.add(new AdjacentLink("next", head.word("neighbour.older"), ArticleItem.of(head, older)));
        }
        return sides;
    }
}
