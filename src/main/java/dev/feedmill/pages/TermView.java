package dev.feedmill.pages;

import dev.feedmill.address.Parameter;
import dev.feedmill.article.CategoryRule;
import dev.feedmill.article.Podcast;
import dev.feedmill.pages.part.FeedLinks;
import dev.feedmill.pages.part.Link;
import dev.feedmill.pages.part.SiteContext;
import dev.feedmill.pages.part.Tree;
import dev.feedmill.selection.Entry;
import dev.feedmill.selection.NamedSelection;
import dev.feedmill.selection.Term;
import dev.feedmill.web.PercentCoding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of a category, an author, a tag or a named selection; the first or a later one.
 *
 * @param below section of terms right below it; null if there are none, and on later parts
 */
public record TermView(
        Head head,
        List<Link> crumbs,
        About about,
        Subscription subscription,
        @Nullable TermSection below,
        ArticleList articles)
        implements View {
    /**
     * What the page says about its term or selection.
     *
     * @param counted number of articles, in words; empty if unknown
     * @param description empty for none
     * @param image absolute URL of a picture
     */
    public record About(
            String name,
            String counted,
            String description,
            @Nullable String image) {}

    @Override
    public String template() {
        return "term.jte";
    }

    /**
     * The view of a named selection.
     *
     * @param isFirst whether this is the first page
     * @param next query of the next page; null for none
     */
    public static TermView of(
            SiteContext site, NamedSelection named, boolean isFirst, List<Entry> entries, @Nullable String next) {
        String said = Podcast.Words.of(named.podcast()).descriptionOr(named.description());
        String described = said == null ? "" : said;
        String name = named.shownTitle();
        String title = isFirst ? name : site.words().get("part", name);
        FeedLinks own = FeedLinks.of(site, named);
        List<FeedLinks> feeds = List.of(own, FeedLinks.of(site, Term.EVERYTHING));
        Head first = Head.of(site, named.page().path(), title, described, feeds);
        Head head = isFirst ? first.live(named.where()) : first.unlisted();
        return new TermView(
                head,
                Breadcrumbs.above(head, Term.EVERYTHING),
                new About(name, "", described, picture(site, named.podcast(), named.image())),
                Subscription.of(site, own),
                null,
                ArticleList.of(
                        head,
                        head.word(isFirst ? "newest" : "older"),
                        entries,
                        head.word(isFirst ? "nothing.yet" : "nothing.older"),
                        "",
                        null,
                        next == null || !site.queries()
                                ? null
                                : new Link(head.to(named.page().with(next)), head.word("older"))));
    }

    /**
     * The view of a term.
     *
     * @param rule the operator's settings for the category; null for none
     */
    public static TermView of(
            SiteContext site, Term term, @Nullable CategoryRule rule, long articles, Tree below, TermListPage page) {
        Podcast podcast = rule == null ? null : rule.podcast();
        Podcast.Words words = Podcast.Words.of(podcast);
        String said = words.descriptionOr(rule == null ? null : rule.description());
        String image = picture(site, podcast, rule == null ? null : rule.image());
        String name = words.titleOr(term.name());
        String counted = site.words().get("counted", articles);
        String whole = words.titleOr(term.trail());
        String title = page.isFirst() ? whole : site.words().get("part", whole);
        List<FeedLinks> feeds = FeedLinks.discovery(site, term, podcast);
        Head first = Head.of(site, page.path(), title, said == null ? whole + " – " + counted : said, feeds);
        Head head = page.isFirst() ? first.live(query(term)) : first.unlisted();
        return new TermView(
                head,
                Breadcrumbs.above(head, term),
                new About(name, counted, said == null ? "" : said, image),
                Subscription.of(site, feeds.get(0)),
                page.isFirst() ? TermSection.below(head, term, below) : null,
                page.articles(head, head.word(page.isFirst() ? "newest" : "older")));
    }

    /**
     * The view of a page of a term's archive.
     *
     * @param rule the operator's settings for the category; null for none
     */
    public static TermView ofArchive(SiteContext site, Term term, @Nullable CategoryRule rule, TermListPage page) {
        Podcast podcast = rule == null ? null : rule.podcast();
        Podcast.Words words = Podcast.Words.of(podcast);
        boolean isAll = term.kind() == Term.Kind.EVERYTHING;
        String name = isAll ? site.title() : words.titleOr(term.name());
        String title = site.words().get("part", isAll ? site.title() : words.titleOr(term.trail()));
        List<FeedLinks> feeds = FeedLinks.discovery(site, term, podcast);
        Head head = Head.of(site, page.path(), title, title, feeds).unlisted();
        return new TermView(
                head,
                Breadcrumbs.above(head, term),
                new About(name, "", "", null),
                Subscription.of(site, feeds.get(0)),
                null,
                page.articles(head, head.word("older")));
    }

    private static String query(Term term) {
        return Parameter.of(term.kind().prefix()).with(PercentCoding.encode(term.segments()));
    }

    /** The picture of a podcast, or that of the list. */
    private static @Nullable String picture(SiteContext site, @Nullable Podcast podcast, @Nullable String own) {
        String artwork = podcast == null ? null : podcast.artwork();
        return artwork == null ? own : site.server().resolve(artwork);
    }
}
