package dev.feedmill.pages;

import dev.feedmill.pages.part.FeedLinks;
import dev.feedmill.pages.part.Link;
import dev.feedmill.pages.part.SiteContext;
import dev.feedmill.selection.Term;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The panel from which people subscribe.
 *
 * @param name of what is subscribed to
 * @param formats absolute URLs, the format as text
 * @param readers one-click links
 */
public record Subscription(String name, List<Link> formats, List<Link> readers) {
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    /** What each service documents for links that add a feed; the feed's URL is put at the end. */
    private static final Map<String, String> SERVICES = services();

    static Subscription of(SiteContext frame, Term term) {
        return of(frame, term.names().isEmpty() ? frame.title() : term.name(), FeedLinks.of(frame, term));
    }

    static Subscription of(SiteContext frame, String name, FeedLinks feeds) {
        return new Subscription(
                name,
                List.of(
                        new Link(feeds.rss(), "RSS"),
                        new Link(feeds.atom(), "Atom"),
                        new Link(feeds.json(), "JSON Feed")),
                readers(frame, feeds.rss()));
    }

    /** Links that add the feed at a URL to a reader. */
    static List<Link> readers(SiteContext frame, String feed) {
        List<Link> readers = new ArrayList<>();
        // As the scheme began, and as every reader takes it; with https, the whole address must stand behind it.
        String app = feed.startsWith("http://") ? feed.replaceFirst("http:", "feed:") : "feed:" + feed;
        readers.add(new Link(app, frame.words().get("subscribe.app")));
        // A service on the internet cannot fetch what only this machine can.
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
