package dev.feedmill.selection;

import dev.feedmill.address.Address;
import dev.feedmill.address.Channel;
import dev.feedmill.address.PathPrefix;
import dev.feedmill.article.Podcast;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A selection with a name, from the operator's settings.
 *
 * @param name path segment
 * @param title title for people
 * @param description null for the site's
 * @param language BCP 47 tag; null for the site's
 * @param image absolute URL of its picture
 * @param where query that selects its articles; empty for all
 * @param podcast podcast settings; null if it is not a podcast
 */
public record NamedSelection(
        String name,
        String title,
        @Nullable String description,
        @Nullable String language,
        @Nullable String image,
        String where,
        @Nullable Podcast podcast) {
    /** Its page and its feeds. */
    public Channel channel() {
        return new Channel(PathPrefix.FEEDS, List.of(name));
    }

    /** The title of its feed and page: the podcast's, if it has one. */
    public String shownTitle() {
        return Podcast.Words.of(podcast).titleOr(title);
    }

    /** The address of its page. */
    public Address page() {
        return channel().page();
    }
}
