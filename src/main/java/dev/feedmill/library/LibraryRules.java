package dev.feedmill.library;

import java.time.Duration;

/**
 * What an operator may choose about the library.
 *
 * @param window how many entries a feed shows and a page of its archive holds: the time of a feed's last change is that of
 *     one among them
 * @param tagsKept how long it is remembered what was in a feed that was replaced by a newer one
 * @param patience how long words may be looked for
 */
public record LibraryRules(int window, Duration tagsKept, Duration patience) {
    /** Fifty entries, thirty days, five seconds. */
    public static LibraryRules defaults() {
        return new LibraryRules(50, Duration.ofDays(30), Duration.ofSeconds(5));
    }
}
