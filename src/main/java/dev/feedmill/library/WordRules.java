package dev.feedmill.library;

import dev.feedmill.setting.SettingValues;
import java.time.Duration;

/**
 * Settings of text search.
 *
 * @param timeout time limit of a search
 * @param maxText number of characters of an article that are indexed
 */
public record WordRules(Duration timeout, int maxText) {
    static WordRules of(SettingValues settings) {
        return new WordRules(
                settings.duration("selections.max-time", "5s", "1ms", "10m"),
                settings.number("selections.searched-text", 300_000, 100, 10_000_000));
    }

    public static WordRules defaults() {
        return of(SettingValues.DEFAULTS);
    }
}
