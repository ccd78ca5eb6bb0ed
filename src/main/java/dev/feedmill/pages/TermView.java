package dev.feedmill.pages;

import dev.feedmill.article.CategoryRule;
import dev.feedmill.pages.part.FeedLinks;
import dev.feedmill.pages.part.Link;
import dev.feedmill.pages.part.SiteContext;
import dev.feedmill.pages.part.Tree;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.ListPage;
import dev.feedmill.selection.NamedSelection;
import dev.feedmill.selection.Term;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of a category, an author or a tag, or a later part of it.
 *
 * @param counted how many articles there are, in words; empty where it is not known
 * @param description empty for none
 * @param image absolute URL of a picture
 * @param heading of the list
 * @param nothing what to say where there are no items
 * @param below what is right below it; null where nothing is, and on later parts
 */
public record TermView(
        Head head,
        List<Link> crumbs,
        String name,
        String counted,
        String description,
        @Nullable String image,
        Subscription subscription,
        @Nullable TermSection below,
        String heading,
        List<Item> items,
        String nothing,
        @Nullable Link newer,
        @Nullable Link older) {
    static TermView of(
            SiteContext frame, NamedSelection named, boolean isFirst, List<Entry> entries, @Nullable String next) {
        String described = named.description() == null ? "" : named.description();
        String title = isFirst ? named.title() : frame.words().get("part", named.title());
        FeedLinks own = FeedLinks.of(frame, named);
        List<FeedLinks> feeds = List.of(own, FeedLinks.of(frame, Term.EVERYTHING));
        Head first = Head.of(frame, named.pagePath(), title, described, feeds);
        Head head = isFirst ? first : first.unlisted();
        return new TermView(
                head,
                Breadcrumbs.above(head, Term.EVERYTHING),
                named.title(),
                "",
                described,
                named.image(),
                Subscription.of(frame, named.title(), own),
                null,
                head.word(isFirst ? "newest" : "older"),
                entries.stream().map(entry -> Item.of(head, entry)).toList(),
                head.word(isFirst ? "nothing.yet" : "nothing.older"),
                null,
                next == null ? null : new Link(head.to(named.pagePath() + "?" + next), head.word("older")));
    }

    static TermView of(
            SiteContext frame, Term term, @Nullable CategoryRule rule, long articles, Tree below, Part part) {
        ListPage slice = part.slice();
        String said = rule == null ? null : rule.description();
        String image = rule == null ? null : rule.image();
        String counted = frame.words().get("counted", articles);
        String whole = String.join(" › ", term.names());
        String title = part.isFirst() ? whole : frame.words().get("part", whole);
        Head first = Head.of(frame, part.path(), title, said == null ? whole + " – " + counted : said, term);
        Head head = part.isFirst() ? first : first.unlisted();
        return new TermView(
                head,
                Breadcrumbs.above(head, term),
                term.name(),
                counted,
                said == null ? "" : said,
                image,
                Subscription.of(frame, term),
                part.isFirst() ? TermSection.below(head, term, below) : null,
                head.word(part.isFirst() ? "newest" : "older"),
                slice.entries().stream().map(entry -> Item.of(head, entry)).toList(),
                part.nothing(head),
                part.newer(head),
                part.older(head));
    }
}
