package dev.feedmill.library.delivery;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Topics that nobody subscribes to any more. */
public final class UnusedTopics {
    private final Handle handle;

    public UnusedTopics(Handle handle) {
        this.handle = handle;
    }

    /** Removes those of these topics that have no subscription, with all that is stored of them. */
    public void removeUnused(Collection<Long> topics) {
        for (long topic : topics) {
            boolean isUsed = handle.select("SELECT 1 FROM subscription WHERE topic = ? LIMIT 1", topic)
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent();
            if (!isUsed) {
                remove(topic);
            }
        }
    }

    private void remove(long topic) {
        ChunkTable chunks = new ChunkTable(handle);
        chunks.ofTopic(topic).forEach(chunk -> chunks.setFailed(chunk, List.of()));
        for (String table : List.of("stale_topic", "topic_term", "topic_version", "delivery")) {
            handle.execute("DELETE FROM " + table + " WHERE topic = ?", topic);
        }
        handle.execute("DELETE FROM topic WHERE number = ?", topic);
    }
}
