package dev.feedmill.pages;

import dev.feedmill.article.Term;
import java.util.List;

/**
 * The feeds of one term, for autodiscovery and for people.
 *
 * @param title tells them from the feeds of other terms
 */
public record FeedLinks(String title, String rss, String atom, String json) {
    /** Below a URL that ends with a slash. */
    static FeedLinks below(String root, String title, Term term) {
        return new FeedLinks(
                title, root + term.feedPath("rss"), root + term.feedPath("atom"), root + term.feedPath("json"));
    }

    /** A category's own feeds first, then those of everything. */
    static List<FeedLinks> discovery(Frame frame, Term term) {
        String root = frame.here().url("");
        FeedLinks all = below(root, frame.title(), Term.EVERYTHING);
        if (term.names().isEmpty()) {
            return List.of(all);
        }
        return List.of(below(root, frame.title() + " › " + String.join(" › ", term.names()), term), all);
    }
}
