package dev.feedmill.pages;

import dev.feedmill.pages.part.FeedLinks;
import dev.feedmill.pages.part.SiteContext;
import dev.feedmill.pages.part.Tree;
import dev.feedmill.selection.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The front page.
 *
 * @param isFirst whether this is the first page, which presents the site
 * @param counted number of articles, in words
 * @param shelves sections with categories, tags and authors; kinds without terms are left out
 */
public record HomeView(
        Head head,
        boolean isFirst,
        String counted,
        Subscription subscription,
        ArticleList articles,
        List<TermSection> shelves)
        implements View {
    @Override
    public String template() {
        return "home.jte";
    }

    /**
     * Creates the view.
     *
     * @param articles total number of articles
     * @param shelves the terms with most articles of each kind
     */
    public static HomeView of(SiteContext site, long articles, TermListPage newest, Map<Term.Kind, Tree> shelves) {
        List<FeedLinks> feeds = new ArrayList<>(FeedLinks.discovery(site, Term.EVERYTHING));
        site.named().forEach(named -> feeds.add(FeedLinks.of(site, named)));
        Head head = Head.of(site, newest.path(), site.title(), site.description(), feeds);
        List<TermSection> filled = new ArrayList<>();
        if (!site.named().isEmpty()) {
            filled.add(TermSection.of(head, site.named()));
        }
        shelves.forEach((kind, tree) -> {
            if (!tree.nodes().isEmpty()) {
                filled.add(TermSection.of(head, kind, tree));
            }
        });
        return new HomeView(
                newest.isFirst() ? head.live("") : head.unlisted(),
                newest.isFirst(),
                head.word("counted", articles),
                Subscription.of(site, FeedLinks.of(site, Term.EVERYTHING)),
                newest.articles(head, head.word(newest.isFirst() ? "newest" : "older")),
                filled);
    }
}
