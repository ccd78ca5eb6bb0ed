package dev.feedmill.reading.include;

/** Resolves the files that an article may include. */
@FunctionalInterface
public interface IncludeResolver {
    /** No files. */
    IncludeResolver NONE = (folder, name) -> new IncludedFile.Refused("there is no '" + name + "' in the folder");

    /**
     * Reads a file.
     *
     * @param folder within the articles folder; the name is relative to it
     */
    IncludedFile resolve(String folder, String name);
}
