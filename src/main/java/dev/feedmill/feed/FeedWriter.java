package dev.feedmill.feed;

import dev.feedmill.feed.item.FeedHead;
import dev.feedmill.feed.item.FeedItem;
import java.util.List;

/** Writes the documents of one format. Threads may share it. */
interface FeedWriter {
    byte[] write(FeedHead head, List<FeedItem> items);

    /** How many bytes fewer an entry takes without its body. */
    int saving(FeedItem item);
}
