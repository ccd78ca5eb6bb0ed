package dev.feedmill.reading.include;

/** The files that an article may take in. */
@FunctionalInterface
public interface TakenFiles {
    /** None. */
    TakenFiles NONE = (folder, name) -> new TakenFile.Refused("there is no '" + name + "' in the folder");

    /**
     * Reads one.
     *
     * @param folder within the articles folder that the name starts from
     */
    TakenFile file(String folder, String name);
}
