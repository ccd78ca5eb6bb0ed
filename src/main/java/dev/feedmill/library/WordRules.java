package dev.feedmill.library;

import java.time.Duration;

/**
 * Settings of text search.
 *
 * @param timeout time limit of a search
 * @param maxText number of characters of an article that are indexed
 */
public record WordRules(Duration timeout, int maxText) {
    /** The defaults: five seconds, three hundred thousand characters. */
    public static WordRules defaults() {
        return new WordRules(Duration.ofSeconds(5), 300_000);
    }
}
