package dev.feedmill.pages;

import dev.feedmill.pages.part.FeedLinks;
import dev.feedmill.pages.part.Preview;
import dev.feedmill.pages.part.SiteContext;
import dev.feedmill.selection.Term;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the content of one page.
 *
 * @param title of the page alone; the site's for the front page
 * @param description in a sentence or two
 * @param canonical absolute URL of what the page shows
 * @param up from the page to the site's root, relative: a page works under whatever address it was fetched from
 * @param feeds for autodiscovery, absolute, the page's own first
 * @param preview of the article that the page shows; null for lists
 * @param indexed whether search engines may list the page
 */
public record Head(
        SiteContext frame,
        String title,
        String description,
        String canonical,
        String up,
        List<FeedLinks> feeds,
        @Nullable Preview preview,
        boolean indexed) {
    /** For a page at this path, percent-encoded, without a slash at its start. */
    static Head of(SiteContext frame, String path, String title, String description, Term term) {
        return of(frame, path, title, description, FeedLinks.discovery(frame, term));
    }

    static Head of(SiteContext frame, String path, String title, String description, List<FeedLinks> feeds) {
        return new Head(frame, title, description, frame.here().url(path), up(path), feeds, null, true);
    }

    /** For a page that is not there; its address may be anything. */
    static Head missing(SiteContext frame, String path, String title) {
        String up = up(path.startsWith("/") ? path.substring(1) : path);
        return new Head(frame, title, "", "", up, FeedLinks.discovery(frame, Term.EVERYTHING), null, false);
    }

    /** The same for an article, whose first home may be elsewhere. */
    Head of(Preview article, String origin) {
        return new Head(frame, title, description, origin, up, feeds, article, indexed);
    }

    /** The same for what search engines need not list. */
    Head unlisted() {
        return new Head(frame, title, description, canonical, up, feeds, preview, false);
    }

    /** As windows and bookmarks show it. */
    public String windowTitle() {
        return title.equals(frame.title()) ? title : title + " – " + frame.title();
    }

    /** A link within the site. */
    public String to(String path) {
        return up + path;
    }

    /** Where a file of {@link Assets} is. */
    public String asset(String name) {
        return up + Assets.path(name);
    }

    /** One of the pages' own messages. */
    public String word(String key, Object... values) {
        return frame.words().get(key, values);
    }

    private static String up(String path) {
        int end = path.indexOf('?') < 0 ? path.length() : path.indexOf('?');
        long slashes = path.substring(0, end).chars().filter(c -> c == '/').count();
        return slashes == 0 ? "./" : "../".repeat((int) slashes);
    }
}
