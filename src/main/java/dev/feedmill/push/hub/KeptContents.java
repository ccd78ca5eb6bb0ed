package dev.feedmill.push.hub;

import dev.feedmill.library.change.ChangeLog;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The contents of the topics that were asked for last, rendered again only after a change. Not thread-safe. */
final class KeptContents {
    private static final int MAX = 8;

    private final ChangeLog log;
    private final TopicSource topics;
    private final Map<String, Kept> contents = new LinkedHashMap<>();

    /**
     * A topic's content.
     *
     * @param asOf number of the last transaction before it was read
     */
    private record Kept(long asOf, @Nullable TopicContent content) {}

    KeptContents(ChangeLog log, TopicSource topics) {
        this.log = log;
        this.topics = topics;
    }

    /** The content of a topic; null if there is none at its path. */
    @Nullable
    TopicContent now(String path) {
        long now = log.last();
        Kept kept = contents.get(path);
        if (kept == null || kept.asOf() != now) {
            kept = new Kept(now, topics.now(path));
            contents.remove(path);
            contents.put(path, kept);
            if (contents.size() > MAX) {
                contents.remove(contents.keySet().iterator().next());
            }
        }
        return kept.content();
    }
}
