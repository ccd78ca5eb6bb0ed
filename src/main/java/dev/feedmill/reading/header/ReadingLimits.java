package dev.feedmill.reading.header;

import dev.feedmill.html.allowed.WebUrl;
import dev.feedmill.problem.Problem;

/**
 * Limits on a file and its content.
 *
 * @param maxFileBytes larger files are refused
 * @param maxFrontMatterChars longer front matter is refused
 * @param maxNames of each kind per article
 * @param maxCategoryDepth of a category, itself and its parents
 * @param maxOpenBlocks nesting depth of Markdown blocks; deeper ones are text
 * @param maxUrlLength characters of an address in front matter; longer ones are ignored
 * @param maxMessageLength characters of a message about a file
 */
public record ReadingLimits(
        long maxFileBytes,
        int maxFrontMatterChars,
        int maxNames,
        int maxCategoryDepth,
        int maxOpenBlocks,
        int maxUrlLength,
        int maxMessageLength) {
    /** Returns the default limits. */
    public static ReadingLimits defaults() {
        return new ReadingLimits(5 << 20, 1 << 16, 100, 10, 100, WebUrl.USUAL_LENGTH, Problem.USUAL_LENGTH);
    }

    ReadingLimits withFiles(long bytes, int frontMatterChars) {
        return new ReadingLimits(
                bytes, frontMatterChars, maxNames, maxCategoryDepth, maxOpenBlocks, maxUrlLength, maxMessageLength);
    }
}
