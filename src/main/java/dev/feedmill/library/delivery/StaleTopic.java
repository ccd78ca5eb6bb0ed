package dev.feedmill.library.delivery;

/**
 * A topic that a change may have changed.
 *
 * @param number of the topic
 * @param path of the feed, with its query, with a leading slash
 * @param change number of the last change that concerns it
 */
public record StaleTopic(long number, String path, long change) {}
