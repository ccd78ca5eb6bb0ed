package dev.feedmill.pages;

import dev.feedmill.pages.part.FeedLinks;
import dev.feedmill.pages.part.Link;
import dev.feedmill.pages.part.SiteContext;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The line with which to subscribe to a feed.
 *
 * @param name name of the feed; empty for that of the page itself
 * @param formats absolute URLs, with the format as text
 * @param readers one-click links
 */
public record Subscription(String name, List<Link> formats, List<Link> readers) {
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    /** URL prefixes that services document for adding a feed; the feed's URL is appended. */
    private static final Map<String, String> SERVICES = services();

    /** The line for the feed of the page itself. */
    public static Subscription of(SiteContext site, FeedLinks feeds) {
        return of(site, "", feeds);
    }

    public static Subscription of(SiteContext site, String name, FeedLinks feeds) {
        return new Subscription(
                name,
                feeds.all().stream()
                        .map(feed -> new Link(feed.url(), feed.format().label()))
                        .toList(),
                readers(site, feeds.forAnyReader()));
    }

    /** Links that add a feed to readers. */
    static List<Link> readers(SiteContext site, String feed) {
        List<Link> readers = new ArrayList<>();
        // The original form of the scheme, which every reader accepts; an https URL must follow the scheme in full.
        String app = feed.startsWith("http://") ? feed.replaceFirst("http:", "feed:") : "feed:" + feed;
        readers.add(new Link(app, site.words().get("subscribe.app")));
        // A service on the internet cannot fetch a feed that only this machine can reach.
        if (!LOCAL.contains(String.valueOf(URI.create(feed).getHost()))) {
            SERVICES.forEach((name, address) ->
                    readers.add(new Link(address + URLEncoder.encode(feed, StandardCharsets.UTF_8), name)));
        }
        return readers;
    }

    private static Map<String, String> services() {
        Map<String, String> services = new LinkedHashMap<>();
        services.put("Feedly", "https://feedly.com/i/subscription/feed%2F");
        services.put("Inoreader", "https://www.inoreader.com/?add_feed=");
        services.put("NewsBlur", "https://www.newsblur.com/?url=");
        services.put("Feedbin", "https://feedbin.com/?subscribe=");
        services.put("The Old Reader", "https://theoldreader.com/feeds/subscribe?url=");
        return services;
    }
}
