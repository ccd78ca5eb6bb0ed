package dev.feedmill.feed.item;

import dev.feedmill.web.ServerUrl;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The publisher's data in every feed.
 *
 * @param description never empty
 * @param language BCP 47 tag of articles that name none
 * @param author author of articles that name none; null for the title
 * @param home absolute URL of the website
 * @param byline title of an author's feed, with {@code {0}} for the name
 * @param pollInterval recommended polling interval
 * @param version version of Feedmill, the generator
 * @param movedTo the server that has the feeds now; null for this one
 */
public record Site(
        ServerUrl here,
        String title,
        String description,
        String language,
        @Nullable String author,
        String home,
        String byline,
        Duration pollInterval,
        String version,
        @Nullable ServerUrl movedTo) {

    /** A site whose feeds are on this server. */
    public Site(
            ServerUrl here,
            String title,
            String description,
            String language,
            @Nullable String author,
            String home,
            String byline,
            Duration pollInterval,
            String version) {
        this(here, title, description, language, author, home, byline, pollInterval, version, null);
    }

    /** The server of the feeds, for subscribers. */
    ServerUrl feeds() {
        return movedTo == null ? here : movedTo;
    }

    /** The author of entries that have none (RFC 4287 section 4.1.2). */
    public String publisher() {
        return author == null ? title : author;
    }
}
