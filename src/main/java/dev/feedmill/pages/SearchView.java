package dev.feedmill.pages;

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
 * The page of articles that were looked for.
 *
 * @param says what is asked for; empty for everything
 * @param subscription null where nothing is asked for
 * @param fault what cannot be looked for; null for nothing
 * @param order the same in another order; null where there is no choice
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
        List<Item> items,
        @Nullable Link older) {
    static final String PATH = "search";

    static SearchView of(SiteContext frame, Search search) {
        String asked = search.query().isEmpty() ? "" : "?" + search.query();
        boolean any = !search.says().isEmpty();
        String word = frame.words().get("search");
        String title = any ? word + ": " + search.says() : word;
        List<FeedLinks> feeds = new ArrayList<>(FeedLinks.discovery(frame, Term.EVERYTHING));
        FeedLinks own = FeedLinks.of(frame, search.says(), asked);
        if (any) {
            feeds.add(0, own);
        }
        Head head = Head.of(frame, PATH + asked, title, "", feeds).unlisted();
        Boolean best = search.best();
        boolean isBest = Boolean.TRUE.equals(best);
        String next = search.next();
        return new SearchView(
                head,
                search.typed(),
                search.others(),
                search.says(),
                any ? Subscription.of(frame, search.says(), own) : null,
                null,
                head.word(isBest ? "search.best" : "search.newest"),
                best == null
                        ? null
                        : new Link(
                                head.to(PATH + "?" + search.otherOrder()),
                                head.word(isBest ? "search.newest" : "search.best")),
                items(head, search),
                next == null ? null : new Link(head.to(PATH + "?" + next), head.word("search.more")));
    }

    /** Where what was asked for cannot be looked for. */
    static SearchView fault(SiteContext frame, String typed, String fault) {
        Head head = Head.of(frame, PATH, frame.words().get("search"), "", Term.EVERYTHING)
                .unlisted();
        return new SearchView(head, typed, List.of(), "", null, fault, "", null, List.of(), null);
    }

    private static List<Item> items(Head head, Search search) {
        TextQuery text = search.text();
        Excerpts excerpts = text == null ? null : new Excerpts(text);
        return search.entries().stream()
                .map(entry -> excerpts == null ? Item.of(head, entry) : Item.found(head, entry, excerpts))
                .toList();
    }
}
