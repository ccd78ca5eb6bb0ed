package dev.feedmill.reading.header;

import dev.feedmill.html.allowed.WebUrl;
import dev.feedmill.problem.Problem;
import dev.feedmill.setting.SettingValues;

/**
 * Limits on a file and its content.
 *
 * @param maxFileBytes larger files are refused
 * @param maxFrontMatterChars longer front matter is refused
 * @param maxNames of each kind per article
 * @param maxCategoryDepth of a category, itself and its parents
 * @param maxMarkdownDepth nesting depth of Markdown blocks; deeper ones are text
 * @param maxUrlLength characters of an address in front matter; longer ones are ignored
 * @param maxMessageLength characters of a message about a file
 */
public record ReadingLimits(
        long maxFileBytes,
        int maxFrontMatterChars,
        int maxNames,
        int maxCategoryDepth,
        int maxMarkdownDepth,
        int maxUrlLength,
        int maxMessageLength) {
    /**
     * Returns the limits of the settings.
     *
     * @param maxUrlLength the limit of bodies, which front matter has too
     * @param maxMessageLength the limit of the log
     */
    static ReadingLimits of(SettingValues settings, int maxUrlLength, int maxMessageLength) {
        return new ReadingLimits(
                settings.size("articles.max-file-size", "5MiB", "1KiB", "1GiB"),
                (int) settings.size("articles.max-front-matter-size", "64KiB", "1KiB", "16MiB"),
                settings.number("articles.max-names", 100, 1, 10_000),
                settings.number("articles.max-category-depth", 10, 1, 100),
                settings.number("html.max-markdown-depth", 100, 1, 500),
                maxUrlLength,
                maxMessageLength);
    }

    /** Returns the default limits. */
    public static ReadingLimits defaults() {
        return of(SettingValues.DEFAULTS, WebUrl.USUAL_LENGTH, Problem.USUAL_LENGTH);
    }

    ReadingLimits withFiles(long bytes, int frontMatterChars) {
        return new ReadingLimits(
                bytes, frontMatterChars, maxNames, maxCategoryDepth, maxMarkdownDepth, maxUrlLength, maxMessageLength);
    }
}
