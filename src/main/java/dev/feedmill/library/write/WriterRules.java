package dev.feedmill.library.write;

import dev.feedmill.library.change.DeletionRules;
import java.time.Duration;

/**
 * The settings that a writer follows.
 *
 * @param window number of entries in a feed and on an archive page
 * @param maxText bytes of an article's text that are indexed
 */
public record WriterRules(int window, int maxText, DeletionRules deletions) {
    private static final Duration DAY = Duration.ofDays(1);

    /** How long the change log has a change: as long as feeds name deleted entries, and a day at least. */
    Duration changesKept() {
        return deletions.kept().compareTo(DAY) > 0 ? deletions.kept() : DAY;
    }
}
