package dev.feedmill.push.hub;

import org.jspecify.annotations.Nullable;

/** The feeds of this server that can be subscribed to. */
public interface TopicPaths {
    /**
     * The path of the feed at a URL, with its canonical query and a leading slash; null if there is none here. A URL
     * that redirects to a feed is one of it.
     *
     * @throws RuntimeException if that is not known now
     */
    @Nullable
    String path(String url);
}
