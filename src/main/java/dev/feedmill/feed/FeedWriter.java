package dev.feedmill.feed;

import dev.feedmill.feed.item.FeedHead;
import dev.feedmill.feed.item.FeedItem;
import java.util.List;

/** Writer for one feed format. Thread-safe. */
interface FeedWriter {
    byte[] write(FeedHead head, List<FeedItem> items);

    /** Bytes that an entry saves without its body. */
    int saving(FeedItem item);
}
