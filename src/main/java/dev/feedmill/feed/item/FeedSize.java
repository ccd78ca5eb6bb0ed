package dev.feedmill.feed.item;

/**
 * How large a feed may be, in bytes before compression.
 *
 * @param wanted the oldest bodies give way to their summaries, then the oldest entries are left out, until it is no larger
 * @param most so large it may be for the body of the newest entry, which gives way last; and so large archive pages may be
 * @param fewest so many of the newest entries are not left out, unless their titles alone are more than most
 */
public record FeedSize(int wanted, int most, int fewest) {}
