package dev.feedmill.http.feeds;

import dev.feedmill.address.Format;
import dev.feedmill.feed.item.FeedDescriptor;
import dev.feedmill.selection.FeedPage;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A feed with its contents.
 *
 * @param times part of the cache key for a selection whose time bounds move; empty if none does
 * @param terms numbers of the terms whose changes make the feed stale
 * @param contents finds the current contents
 */
record FeedSource(FeedDescriptor descriptor, String times, Set<Long> terms, Supplier<FeedPage> contents) {
    /** The path, with a leading slash. */
    String path(Format format) {
        return descriptor.rooted(format);
    }

    /** The cache key. */
    String key(Format format) {
        return path(format) + times;
    }

    /** The canonical query; empty for a feed that the path alone names. */
    String query() {
        return descriptor.options().query();
    }
}
