package dev.feedmill.feed.item;

import dev.feedmill.web.ServerUrl;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The publisher's data in every feed.
 *
 * @param pollInterval recommended polling interval
 * @param version version of Feedmill, the generator
 */
public record Site(Addresses addresses, Texts texts, Duration pollInterval, String version) {
    /**
     * Where the publisher is found.
     *
     * @param server that serves the feeds and pages
     * @param home absolute URL of the website
     * @param movedTo the server that has the feeds now; null for this one
     * @param logo absolute URL of the picture of feeds that have none of their own; null for none
     * @param hubs absolute URLs of the hubs that tell subscribers of changes
     */
    public record Addresses(
            ServerUrl server,
            String home,
            @Nullable ServerUrl movedTo,
            @Nullable String logo,
            List<String> hubs) {
        public Addresses {
            hubs = List.copyOf(hubs);
        }

        /** Addresses without a logo and hubs. */
        public Addresses(ServerUrl server, String home, @Nullable ServerUrl movedTo) {
            this(server, home, movedTo, null, List.of());
        }
    }

    /**
     * What the feeds say of themselves.
     *
     * @param description never empty
     * @param language BCP 47 tag of articles that name none
     * @param author author of articles that name none; null for the title
     * @param byline title of an author's feed, with {@code {0}} for the name
     */
    public record Texts(
            String title,
            String description,
            String language,
            @Nullable String author,
            String byline) {}

    /** A copy that does not name a hub. */
    public Site withoutHub(String url) {
        List<String> others =
                addresses.hubs().stream().filter(hub -> !hub.equals(url)).toList();
        return new Site(
                new Addresses(addresses.server(), addresses.home(), addresses.movedTo(), addresses.logo(), others),
                texts,
                pollInterval,
                version);
    }

    public ServerUrl server() {
        return addresses.server();
    }

    /** Absolute URL of the website. */
    public String home() {
        return addresses.home();
    }

    public String title() {
        return texts.title();
    }

    public String description() {
        return texts.description();
    }

    public String language() {
        return texts.language();
    }

    /** The server that subscribers should use. */
    ServerUrl feedServer() {
        return addresses.movedTo() == null ? server() : addresses.movedTo();
    }

    /** The author of entries that have none (RFC 4287 section 4.1.2). */
    public String publisher() {
        return texts.author() == null ? title() : texts.author();
    }
}
