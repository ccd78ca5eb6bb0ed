package dev.feedmill.http.files;

import dev.feedmill.library.Library;
import dev.feedmill.media.MediaFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;

/** Finds the files that are public: those that public articles show, play or link to, and podcast artwork. */
public final class PublicFiles {
    private final Library library;
    private final MediaFolder folder;
    private final Set<String> artwork;

    /** @param artwork paths of pictures that the operator's settings show */
    public PublicFiles(Library library, MediaFolder folder, Set<String> artwork) {
        this.library = library;
        this.folder = folder;
        this.artwork = Set.copyOf(artwork);
    }

    /**
     * The result of an action on the file at a path of the articles folder, see {@link MediaFolder#read}; empty if
     * there is no such file, or it is not public.
     */
    <T> Optional<T> read(String path, MediaFolder.Action<T> action) throws IOException {
        return artwork.contains(path) || library.articles().isShown(path)
                ? folder.read(path, action)
                : Optional.empty();
    }

    /** Whether the articles folder is there; one of several servers may not see it. */
    boolean isFolderThere() {
        return Files.isDirectory(folder.path());
    }

    /** The path to which the file of an earlier path was moved; empty if it was not. */
    Optional<String> movedTo(String path) throws IOException {
        String place = library.articles().movedTo(path).orElse(path);
        return place.equals(path) || folder.find(place).isEmpty() ? Optional.empty() : Optional.of(place);
    }
}
