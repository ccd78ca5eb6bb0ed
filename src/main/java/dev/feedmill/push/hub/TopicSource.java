package dev.feedmill.push.hub;

import org.jspecify.annotations.Nullable;

/** The feeds of this server as topics. Thread-safe. */
public interface TopicSource {
    /**
     * The content of a feed now.
     *
     * @param path of the feed, with its query, with a leading slash
     * @return null if there is no such feed
     */
    @Nullable
    TopicContent now(String path);
}
