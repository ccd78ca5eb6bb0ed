package dev.feedmill.pages;

import dev.feedmill.address.Address;
import dev.feedmill.address.FixedAddress;
import dev.feedmill.address.Parameter;
import dev.feedmill.pages.part.FeedLinks;
import dev.feedmill.pages.part.Link;
import dev.feedmill.pages.part.Look;
import dev.feedmill.pages.part.Preview;
import dev.feedmill.pages.part.SiteContext;
import dev.feedmill.selection.Term;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The frame of a page: everything around its content.
 *
 * @param title title of the page; that of the site for the front page
 * @param description one or two sentences
 * @param canonical canonical URL, absolute
 * @param up relative path from the page to the site's root, so that a page works under any address
 * @param feeds feeds for autodiscovery, absolute, the page's own first
 * @param preview link preview of an article; null for lists
 * @param indexed whether search engines may index the page
 * @param events relative URL of the events of what the page lists; null for none
 */
public record Head(
        SiteContext site,
        String title,
        String description,
        String canonical,
        String up,
        List<FeedLinks> feeds,
        @Nullable Preview preview,
        boolean indexed,
        @Nullable String events) {
    /** The head of a page at a path, which may have a query; percent-encoded, without a leading slash. */
    public static Head of(SiteContext site, String path, String title, String description, Term term) {
        return of(site, path, title, description, FeedLinks.discovery(site, term));
    }

    public static Head of(SiteContext site, String path, String title, String description, List<FeedLinks> feeds) {
        return new Head(site, title, description, site.server().url(path), up(path), feeds, null, true, null);
    }

    /** The head of an error page, whose path may be anything. */
    static Head missing(SiteContext site, String path, String title) {
        String up = up(path.startsWith("/") ? path.substring(1) : path);
        return new Head(site, title, "", "", up, FeedLinks.discovery(site, Term.EVERYTHING), null, false, null);
    }

    /** A copy for an article, whose canonical URL may be elsewhere. */
    public Head of(Preview article, String origin) {
        return new Head(site, title, description, origin, up, feeds, article, indexed, events);
    }

    /** A copy for pages that search engines need not index. */
    public Head unlisted() {
        return new Head(site, title, description, canonical, up, feeds, preview, false, events);
    }

    /**
     * A copy for the newest articles of a selection, with their events if the pages have any.
     *
     * @param query that selects them, percent-encoded; empty for all
     */
    Head live(String query) {
        return new Head(
                site,
                title,
                description,
                canonical,
                up,
                feeds,
                preview,
                indexed,
                site.events() ? to(FixedAddress.EVENTS.with(query)) : null);
    }

    /** A copy with another way to the site's root. */
    Head upBy(String path) {
        return new Head(site, title, description, canonical, path, feeds, preview, indexed, events);
    }

    /** Whether this is the page at an address. */
    public boolean isAt(Address address) {
        return canonical.equals(address.at(site.server()));
    }

    /** The title for windows and bookmarks. */
    public String windowTitle() {
        return title.equals(site.title()) ? title : title + " – " + site.title();
    }

    /** The relative URL of a path with a query, without a leading slash. */
    public String to(String path) {
        return up + path;
    }

    /** The relative URL of an address. */
    public String to(Address address) {
        return up + address.path();
    }

    /** The relative URL of an asset, see {@link Assets}. */
    public String asset(String name) {
        return up + Assets.path(name);
    }

    /** The relative URL of the operator's style sheet; null for none. */
    public @Nullable String ownStyle() {
        Look look = site.look();
        return look.css().isEmpty()
                ? null
                : up + new Address.Asset(OwnStyle.NAME).with(Parameter.VERSION.with(look.version()));
    }

    /** The URL of the logo; null for none. */
    public @Nullable String logo() {
        String logo = site.look().logo();
        return logo.isEmpty() ? null : logo.contains("://") ? logo : up + logo;
    }

    /** The URL of a link of the operator's. */
    public String own(Link link) {
        return link.url().startsWith("/") ? up + link.url().substring(1) : link.url();
    }

    /** A message of the pages. */
    public String word(String key, Object... values) {
        return site.words().get(key, values);
    }

    private static String up(String path) {
        int end = path.indexOf('?') < 0 ? path.length() : path.indexOf('?');
        long slashes = path.substring(0, end).chars().filter(c -> c == '/').count();
        return slashes == 0 ? "./" : "../".repeat((int) slashes);
    }
}
