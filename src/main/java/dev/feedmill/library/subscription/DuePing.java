package dev.feedmill.library.subscription;

/**
 * A hub that is to be told of a feed.
 *
 * @param hub its URL
 * @param path of the feed, with a leading slash
 * @param digest of the document that it is told of
 * @param attempts how often it was told in vain
 */
public record DuePing(String hub, String path, String digest, int attempts) {}
