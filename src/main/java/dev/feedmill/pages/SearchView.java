package dev.feedmill.pages;

import dev.feedmill.address.FixedAddress;
import dev.feedmill.pages.part.Fault;
import dev.feedmill.pages.part.FeedLinks;
import dev.feedmill.pages.part.Link;
import dev.feedmill.pages.part.Search;
import dev.feedmill.pages.part.SiteContext;
import dev.feedmill.search.Excerpts;
import dev.feedmill.search.TextQuery;
import dev.feedmill.selection.Term;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The search page.
 *
 * @param fault error message instead of results; null for none
 * @param results null for none
 */
public record SearchView(
        Head head,
        Search.Form form,
        @Nullable String fault,
        @Nullable Results results) implements View {
    /**
     * What was found.
     *
     * @param says description of the conditions; empty for everything
     * @param count number of all results, for people; empty if it is unknown
     * @param order link to the results in the other order; null if there is no choice
     * @param subscription null if there are no conditions
     */
    public record Results(
            String says,
            String count,
            @Nullable Link order,
            @Nullable Subscription subscription,
            ArticleList articles) {}

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
        Results results = new Results(
                search.says(),
                search.entries().isEmpty() ? "" : search.count().said(site.words()),
                otherOrder(head, search.order()),
                any ? Subscription.of(site, own) : null,
                articles(head, search));
        return new SearchView(head, search.form(), null, results);
    }

    /** The page with an error message instead of results. */
    public static SearchView fault(SiteContext site, String typed, Fault fault) {
        Head head = Head.of(site, FixedAddress.SEARCH.path(), site.words().get("search"), "", Term.EVERYTHING)
                .unlisted();
        return new SearchView(head, new Search.Form(typed, List.of()), fault.said(site.words()), null);
    }

    private static @Nullable Link otherOrder(Head head, Search.@Nullable Order order) {
        return order == null
                ? null
                : new Link(
                        head.to(FixedAddress.SEARCH.with(order.other())),
                        head.word(order.isBest() ? "search.newest" : "search.best"));
    }

    private static ArticleList articles(Head head, Search search) {
        Search.Order order = search.order();
        TextQuery text = search.text();
        Excerpts excerpts = text == null ? null : new Excerpts(text);
        String next = search.next();
        return new ArticleList(
                head.word(order != null && order.isBest() ? "search.best" : "search.newest"),
                search.entries().stream()
                        .map(entry -> excerpts == null
                                ? ArticleItem.of(head, entry)
                                : ArticleItem.found(head, entry, excerpts))
                        .toList(),
                search.form().typed().isBlank()
                        ? head.word("search.nothing")
                        : head.word("search.nothing.for", search.form().typed()),
                "",
                null,
                next == null ? null : new Link(head.to(FixedAddress.SEARCH.with(next)), head.word("search.more")));
    }
}
