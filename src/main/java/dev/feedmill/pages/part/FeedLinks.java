package dev.feedmill.pages.part;

import dev.feedmill.selection.NamedSelection;
import dev.feedmill.selection.Term;
import java.util.List;

/**
 * The feeds of one term, for autodiscovery and for people; absolute URLs.
 *
 * @param title tells them from the feeds of other terms
 */
public record FeedLinks(String title, String rss, String atom, String json) {
    public static FeedLinks of(SiteContext frame, Term term) {
        String title =
                term.names().isEmpty() ? frame.title() : frame.title() + " › " + String.join(" › ", term.names());
        return new FeedLinks(title, url(frame, term, "rss"), url(frame, term, "atom"), url(frame, term, "json"));
    }

    /**
     * The feeds of what a name and a query select.
     *
     * @param query of the feeds, with its question mark
     */
    public static FeedLinks of(SiteContext frame, String name, String query) {
        return new FeedLinks(
                frame.title() + " › " + name,
                url(frame, Term.EVERYTHING, "rss") + query,
                url(frame, Term.EVERYTHING, "atom") + query,
                url(frame, Term.EVERYTHING, "json") + query);
    }

    public static FeedLinks of(SiteContext frame, NamedSelection named) {
        String stem = frame.here().url(named.pagePath());
        return new FeedLinks(frame.title() + " › " + named.title(), stem + ".rss", stem + ".atom", stem + ".json");
    }

    private static String url(SiteContext frame, Term term, String extension) {
        return frame.here().url(term.feedPath(extension));
    }

    /** A term's own feeds first, then those of everything. */
    public static List<FeedLinks> discovery(SiteContext frame, Term term) {
        FeedLinks all = of(frame, Term.EVERYTHING);
        return term.names().isEmpty() ? List.of(all) : List.of(of(frame, term), all);
    }
}
