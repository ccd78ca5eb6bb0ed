package dev.feedmill.reading.include;

/** The files that an article may include. */
@FunctionalInterface
public interface TakenFiles {
    /** No files. */
    TakenFiles NONE = (folder, name) -> new TakenFile.Refused("there is no '" + name + "' in the folder");

    /**
     * Reads a file.
     *
     * @param folder within the articles folder; the name is relative to it
     */
    TakenFile file(String folder, String name);
}
