package dev.feedmill.reading.include;

/** What an article takes in of another file. */
public sealed interface TakenFile {
    /**
     * A file that may be read.
     *
     * @param path within the articles folder
     * @param text all of it
     * @param body the same without front matter
     */
    record Text(String path, String text, String body) implements TakenFile {}

    /**
     * One that is not there or that nobody may read.
     *
     * @param problem what is said of it
     */
    record Refused(String problem) implements TakenFile {}
}
