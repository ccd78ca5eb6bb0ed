package dev.feedmill.reading;

import java.util.List;

/** The endings of the names of text files: those that are read as articles, and those of unsupported markup. */
public final class FileEndings {
    private static final List<String> READ = List.of(".md", ".mdx", ".markdown", ".html", ".htm", ".txt");

    /** Endings of markup languages that blogs use but this program does not support. */
    private static final List<String> UNSUPPORTED =
            List.of(".rst", ".adoc", ".asciidoc", ".org", ".qmd", ".rmd", ".ipynb", ".textile", ".typ");

    private FileEndings() {}

    /** The endings of files that are read. */
    public static List<String> read() {
        return READ;
    }

    /** Returns whether files of this name are read at all. */
    static boolean isRead(String fileName) {
        return isOneOf(READ, fileName);
    }

    /** Returns whether a file of this name is text in an unsupported markup language. */
    static boolean isUnsupported(String fileName) {
        return isOneOf(UNSUPPORTED, fileName);
    }

    private static boolean isOneOf(List<String> endings, String fileName) {
        // Runs for every file of the folder on each scan: no lower-case copy, no stream.
        for (String ending : endings) {
            int length = ending.length();
            if (fileName.regionMatches(true, fileName.length() - length, ending, 0, length)) {
                return true;
            }
        }
        return false;
    }
}
