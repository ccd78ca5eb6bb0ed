package dev.feedmill.pages;

import dev.feedmill.address.FixedAddress;
import dev.feedmill.pages.part.FeedLinks;
import dev.feedmill.pages.part.Link;
import dev.feedmill.pages.part.Search;
import dev.feedmill.pages.part.SiteContext;
import dev.feedmill.search.Excerpts;
import dev.feedmill.search.TextQuery;
import dev.feedmill.selection.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The search page.
 *
 * @param says description of the conditions; empty for everything
 * @param subscription null if there are no conditions
 * @param fault error message; null for none
 * @param order link to the results in the other order; null if there is no choice
 */
public record SearchView(
        Head head,
        String typed,
        List<Map.Entry<String, String>> others,
        String says,
        @Nullable Subscription subscription,
        @Nullable String fault,
        String heading,
        @Nullable Link order,
        List<ArticleItem> items,
        @Nullable Link older)
        implements View {
    @Override
    public String template() {
        return "search.jte";
    }

    /** The page with results. */
    public static SearchView of(SiteContext site, Search search) {
        boolean any = !search.says().isEmpty();
        String word = site.words().get("search");
        String title = any ? word + ": " + search.says() : word;
        List<FeedLinks> feeds = new ArrayList<>(FeedLinks.discovery(site, Term.EVERYTHING));
        FeedLinks own = FeedLinks.of(site, search.says(), search.query());
        if (any) {
            feeds.add(0, own);
        }
        Head head = Head.of(site, FixedAddress.SEARCH.with(search.query()), title, "", feeds)
                .unlisted();
        Boolean best = search.best();
        boolean isBest = Boolean.TRUE.equals(best);
        String next = search.next();
        return new SearchView(
                head,
                search.typed(),
                search.others(),
                search.says(),
                any ? Subscription.of(site, search.says(), own) : null,
                null,
                head.word(isBest ? "search.best" : "search.newest"),
                best == null
                        ? null
                        : new Link(
                                head.to(FixedAddress.SEARCH.with(search.otherOrder())),
                                head.word(isBest ? "search.newest" : "search.best")),
                items(head, search),
                next == null ? null : new Link(head.to(FixedAddress.SEARCH.with(next)), head.word("search.more")));
    }

    /** The page with an error message instead of results. */
    public static SearchView fault(SiteContext site, String typed, String fault) {
        Head head = Head.of(site, FixedAddress.SEARCH.path(), site.words().get("search"), "", Term.EVERYTHING)
                .unlisted();
        return new SearchView(head, typed, List.of(), "", null, fault, "", null, List.of(), null);
    }

    private static List<ArticleItem> items(Head head, Search search) {
        TextQuery text = search.text();
        Excerpts excerpts = text == null ? null : new Excerpts(text);
        return search.entries().stream()
                .map(entry -> excerpts == null ? ArticleItem.of(head, entry) : ArticleItem.found(head, entry, excerpts))
                .toList();
    }
}
