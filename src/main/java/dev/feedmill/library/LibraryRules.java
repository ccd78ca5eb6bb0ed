package dev.feedmill.library;

import dev.feedmill.article.CategoryRule;
import dev.feedmill.article.Renaming;
import java.time.Duration;
import java.util.List;

/**
 * What an operator may choose about the library.
 *
 * @param window how many entries a feed shows and a page of its archive holds: the time of a feed's last change is that of
 *     one among them
 * @param tagsKept how long it is remembered what was in a feed that was replaced by a newer one
 * @param words that are looked for
 * @param categories what is said of some
 * @param renamings of categories, so that their old addresses lead to the new ones
 */
public record LibraryRules(
        int window, Duration tagsKept, WordRules words, List<CategoryRule> categories, List<Renaming> renamings) {
    /** Fifty entries, thirty days. */
    public static LibraryRules defaults() {
        return new LibraryRules(50, Duration.ofDays(30), WordRules.defaults(), List.of(), List.of());
    }
}
