package dev.feedmill.pages.part;

import dev.feedmill.article.Podcast;
import dev.feedmill.selection.NamedSelection;
import dev.feedmill.selection.Term;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
     * The feeds of a term that may be a podcast, of which directories show only the name.
     *
     * @param podcast null if it is not one
     */
    private static FeedLinks of(SiteContext site, Term term, @Nullable Podcast podcast) {
        FeedLinks own = of(site, term);
        String name = Podcast.Words.of(podcast).titleOr(String.join(" › ", term.names()));
        return podcast == null ? own : new FeedLinks(name, own.rss, own.atom, own.json);
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

    private static String url(SiteContext site, Term term, String extension) {
        return site.here().url(term.feedPath(extension));
    }

    /** A term's own feeds, followed by those of everything. */
    public static List<FeedLinks> discovery(SiteContext site, Term term) {
        return discovery(site, term, null);
    }

    /**
     * A term's own feeds, followed by those of everything.
     *
     * @param podcast null if the term is not one
     */
    public static List<FeedLinks> discovery(SiteContext site, Term term, @Nullable Podcast podcast) {
        FeedLinks all = of(site, Term.EVERYTHING);
        return term.names().isEmpty() ? List.of(all) : List.of(of(site, term, podcast), all);
    }
}
