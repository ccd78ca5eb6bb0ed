package dev.feedmill.library.change;

import java.time.Duration;

/**
 * How long the library names deleted entries.
 *
 * @param limit deleted entries per feed; 0 for none
 * @param kept time since the deletion after which an entry is no longer named once its feed changes
 */
public record DeletionRules(int limit, Duration kept) {}
