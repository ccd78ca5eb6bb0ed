package dev.feedmill.feed.item;

/**
 * Size limits of a feed, in bytes before compression.
 *
 * @param wanted target size: the oldest bodies are replaced by their summaries, then the oldest entries are left out,
 *     until the feed is no larger
 * @param most hard limit for the body of the newest entry, which is replaced last, and for archive pages
 * @param fewest how many of the newest entries are kept, unless their titles alone exceed the hard limit
 */
public record FeedSize(int wanted, int most, int fewest) {}
