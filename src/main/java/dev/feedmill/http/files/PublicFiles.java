package dev.feedmill.http.files;

import dev.feedmill.library.Library;
import dev.feedmill.media.MediaFile;
import dev.feedmill.media.MediaFolder;
import java.io.IOException;
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

    /** The file at a path of the articles folder; empty if there is none, or none that is public. */
    Optional<MediaFile> find(String path) throws IOException {
        return artwork.contains(path) || library.articles().isShown(path) ? folder.find(path) : Optional.empty();
    }

    /** The path to which the file of an earlier path was moved; empty if it was not. */
    Optional<String> movedTo(String path) throws IOException {
        String place = library.articles().movedTo(path).orElse(path);
        return place.equals(path) || folder.find(place).isEmpty() ? Optional.empty() : Optional.of(place);
    }
}
