package dev.feedmill.library;

import dev.feedmill.article.CategoryRule;
import dev.feedmill.article.Renaming;
import dev.feedmill.library.change.DeletionRules;
import dev.feedmill.library.write.WriterRules;
import dev.feedmill.setting.SettingValues;
import java.time.Duration;
import java.util.List;

/**
 * Settings of the library.
 *
 * @param window number of entries in a feed and on an archive page; the feed's last change is the latest of theirs
 * @param tagsKept how long the entries of a replaced feed are stored under its ETag
 * @param deletions deleted entries that a feed names
 * @param words settings of text search
 * @param categories rules for categories
 * @param renamings of categories, so that old addresses redirect to new ones
 */
public record LibraryRules(
        int window,
        Duration tagsKept,
        int deletions,
        WordRules words,
        List<CategoryRule> categories,
        List<Renaming> renamings) {
    public static LibraryRules of(SettingValues settings, List<CategoryRule> categories, List<Renaming> renamings) {
        return new LibraryRules(
                settings.number("feeds.items", 50, 1, 1000),
                settings.duration("feeds.remember-tags", "30d", "0s", "3650d"),
                settings.number("feeds.deletions", 50, 0, 1000),
                WordRules.of(settings),
                categories,
                renamings);
    }

    /** A copy with what a library takes only when it is opened as in other rules. */
    public LibraryRules heldBy(LibraryRules opened) {
        return new LibraryRules(
                window,
                opened.tagsKept,
                deletions,
                new WordRules(words.timeout(), opened.words.maxText()),
                categories,
                renamings);
    }

    WriterRules forWriter() {
        return new WriterRules(window, words.maxText(), new DeletionRules(deletions, tagsKept));
    }

    public static LibraryRules defaults() {
        return of(SettingValues.DEFAULTS, List.of(), List.of());
    }
}
