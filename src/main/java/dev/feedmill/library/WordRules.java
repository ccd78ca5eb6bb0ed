package dev.feedmill.library;

import java.time.Duration;

/**
 * What an operator may choose about words that are looked for.
 *
 * @param patience how long they may be looked for
 * @param maxText characters of an article in which they are
 */
public record WordRules(Duration patience, int maxText) {
    /** Five seconds, three hundred thousand characters. */
    public static WordRules defaults() {
        return new WordRules(Duration.ofSeconds(5), 300_000);
    }
}
