package dev.feedmill.reading.include;

/** What an article includes of another file. */
public sealed interface IncludedFile {
    /**
     * A readable file.
     *
     * @param path within the articles folder
     * @param text all of it
     * @param body the text without front matter
     */
    record Text(String path, String text, String body) implements IncludedFile {}

    /**
     * A file that does not exist or must not be read.
     *
     * @param problem message for the author
     */
    record Refused(String problem) implements IncludedFile {}
}
