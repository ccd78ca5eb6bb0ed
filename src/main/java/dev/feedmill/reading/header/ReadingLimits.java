package dev.feedmill.reading.header;

import dev.feedmill.html.allowed.WebUrl;
import dev.feedmill.problem.Problem;

/**
 * How large a file and what is in it may be.
 *
 * @param maxFileBytes larger files are refused
 * @param maxFrontMatterChars longer front matter is refused
 * @param maxNames of each kind that an article has, in each of its feeds
 * @param maxCategoryDepth names of a category with those above it
 * @param maxOpenBlocks blocks of Markdown in one another; what is deeper still is text
 * @param maxUrlLength characters of an address in front matter; a longer one is none
 * @param maxMessageLength characters of what is said against a file
 */
public record ReadingLimits(
        long maxFileBytes,
        int maxFrontMatterChars,
        int maxNames,
        int maxCategoryDepth,
        int maxOpenBlocks,
        int maxUrlLength,
        int maxMessageLength) {
    /** What the settings say unless they are changed. */
    public static ReadingLimits defaults() {
        return new ReadingLimits(5 << 20, 1 << 16, 100, 10, 100, WebUrl.USUAL_LENGTH, Problem.USUAL_LENGTH);
    }

    ReadingLimits withFiles(long bytes, int frontMatterChars) {
        return new ReadingLimits(
                bytes, frontMatterChars, maxNames, maxCategoryDepth, maxOpenBlocks, maxUrlLength, maxMessageLength);
    }
}
