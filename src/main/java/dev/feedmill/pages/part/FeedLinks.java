package dev.feedmill.pages.part;

import dev.feedmill.selection.NamedSelection;
import dev.feedmill.selection.Term;
import java.util.List;

/**
 * The feeds of one page, for autodiscovery and for people; absolute URLs.
 *
 * @param title distinguishes them from other feeds
 */
public record FeedLinks(String title, String rss, String atom, String json) {
    public static FeedLinks of(SiteContext site, Term term) {
        String title = term.names().isEmpty() ? site.title() : site.title() + " › " + String.join(" › ", term.names());
        return new FeedLinks(title, url(site, term, "rss"), url(site, term, "atom"), url(site, term, "json"));
    }

    /**
     * The feeds at a name with a query.
     *
     * @param query query of the feeds, with its question mark
     */
    public static FeedLinks of(SiteContext site, String name, String query) {
        return new FeedLinks(
                site.title() + " › " + name,
                url(site, Term.EVERYTHING, "rss") + query,
                url(site, Term.EVERYTHING, "atom") + query,
                url(site, Term.EVERYTHING, "json") + query);
    }

    public static FeedLinks of(SiteContext site, NamedSelection named) {
        String stem = site.here().url(named.pagePath());
        String title = named.podcast() == null ? site.title() + " › " + named.title() : named.shownTitle();
        return new FeedLinks(title, stem + ".rss", stem + ".atom", stem + ".json");
    }

    /** A copy with another title. */
    public FeedLinks titled(String other) {
        return new FeedLinks(other, rss, atom, json);
    }

    private static String url(SiteContext site, Term term, String extension) {
        return site.here().url(term.feedPath(extension));
    }

    /** A term's own feeds, followed by those of everything. */
    public static List<FeedLinks> discovery(SiteContext site, Term term) {
        FeedLinks all = of(site, Term.EVERYTHING);
        return term.names().isEmpty() ? List.of(all) : List.of(of(site, term), all);
    }
}
