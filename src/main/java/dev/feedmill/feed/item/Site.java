package dev.feedmill.feed.item;

import dev.feedmill.web.ServerUrl;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What every feed says of its publisher.
 *
 * @param description never empty
 * @param language BCP 47 tag of articles that name none
 * @param author of articles that name none; null where the title stands for it
 * @param home absolute URL of the website for people
 * @param byline what the feed of an author is called, with {@code {0}} for the name
 * @param pollInterval how often a reader should ask
 * @param version of the generator
 * @param movedTo where the feeds are now; null where they are here
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

    /** One whose feeds are here. */
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

    /** Below which the feeds are, for those who subscribe. */
    ServerUrl feeds() {
        return movedTo == null ? here : movedTo;
    }

    /** The name that stands for the publisher where an entry has no author (RFC 4287 section 4.1.2). */
    public String publisher() {
        return author == null ? title : author;
    }
}
