package dev.feedmill.report;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The path of a file for programs that do not know the articles folder. */
final class FoundFile {
    private FoundFile() {}

    /**
     * The path relative to where the check runs, separated by {@code /}; absolute if the file lies elsewhere.
     *
     * @param folder the articles folder, as it was named
     * @param file relative to that folder, or absolute
     */
    static String from(Path folder, String file) {
        Path here = Path.of("").toAbsolutePath();
        try {
            Path path = here.resolve(folder).resolve(file).normalize();
            Path shown = path.startsWith(here) ? here.relativize(path) : path;
            return shown.toString().replace('\\', '/');
        } catch (InvalidPathException e) {
            return file;
        }
    }
}
