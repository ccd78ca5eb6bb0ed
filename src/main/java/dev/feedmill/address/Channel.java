package dev.feedmill.address;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has a page, and feeds that differ from it by an extension: all articles, a category, author or tag, or a named
 * selection.
 *
 * @param segments names below the prefix, not percent-encoded, outermost first; none for all articles
 */
public record Channel(PathPrefix prefix, List<String> segments) {
    /** All articles. */
    public static final Channel EVERYTHING = new Channel(PathPrefix.ROOT, List.of());

    public Channel {
        segments = List.copyOf(segments);
    }

    /** The address of its page. */
    public Address.Page page() {
        return new Address.Page(this);
    }

    /** The address of its feed in a format. */
    public Address.Feed feed(Format format) {
        return new Address.Feed(this, format);
    }

    /** The address of its feed in a format; of its page if that is null. */
    public Address.OfChannel at(@Nullable Format format) {
        return format == null ? page() : feed(format);
    }

    /** The path of its page, percent-encoded, without a leading slash. */
    String path() {
        return prefix == PathPrefix.ROOT ? "" : prefix.path(segments);
    }

    /** The path of its feeds, without the extension. */
    String stem() {
        return prefix == PathPrefix.ROOT ? "feed" : path();
    }
}
