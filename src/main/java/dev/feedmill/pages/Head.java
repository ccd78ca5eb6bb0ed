package dev.feedmill.pages;

import dev.feedmill.article.Term;
import java.util.List;

/**
 * What stands around the content of one page.
 *
 * @param language of the content
 * @param canonical absolute URL of what the page shows
 * @param up from the page to the site's root, relative: a page works under whatever address it was fetched from
 * @param feeds for autodiscovery, absolute, the page's own first
 */
public record Head(Frame frame, String title, String language, String canonical, String up, List<FeedLinks> feeds) {
    /** For a page at this path, percent-encoded, without a slash at its start. */
    static Head of(Frame frame, String path, String title, Term term) {
        return new Head(
                frame, title, frame.language(), frame.here().url(path), up(path), FeedLinks.discovery(frame, term));
    }

    /** The same for content in another language or of another origin. */
    Head with(String contentLanguage, String origin) {
        return new Head(frame, title, contentLanguage, origin, up, feeds);
    }

    /** A link within the site. */
    public String to(String path) {
        return up + path;
    }

    public String style() {
        return Style.CSS;
    }

    private static String up(String path) {
        long slashes = path.chars().filter(c -> c == '/').count();
        return slashes == 0 ? "./" : "../".repeat((int) slashes);
    }
}
