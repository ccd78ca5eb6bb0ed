package dev.feedmill.folder;

import dev.feedmill.article.FolderPath;
import dev.feedmill.library.Library;
import dev.feedmill.library.table.FileStamp;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks whether a library was filled from this folder, or from one that shares files with it. */
final class FolderKinship {
    /** Number of known paths to try before all are. */
    private static final int FIRST = 100;

    private final Path root;
    private final Library library;
    private final FileReader reader;

    FolderKinship(Path root, Library library, FileReader reader) {
        this.root = root;
        this.library = library;
        this.reader = reader;
    }

    /** False if both the library and the folder hold files but share none, by any name. */
    boolean isRelated() {
        String last = library.files().folder().orElse("");
        if (last.equals(FolderSync.identity(root))) {
            return true;
        }
        List<String> some = library.files().some(FIRST);
        if (some.isEmpty() || some.stream().anyMatch(this::isInFolder)) {
            return true;
        }
        Map<String, FileStamp> known = library.files().stamps();
        if (known.keySet().stream().anyMatch(this::isInFolder)) {
            return true;
        }
        FolderListing listing = FolderListing.of(root, root, reader::isArticle, folder -> {});
        Set<Long> sizes = known.values().stream().map(FileStamp::size).collect(Collectors.toSet());
        return listing.files().isEmpty()
                || listing.files().entrySet().stream()
                        .filter(file -> sizes.contains(file.getValue().size()))
                        .anyMatch(file -> isKnown(file.getKey()));
    }

    private boolean isInFolder(String path) {
        return !WriteDebouncer.look(FolderPath.file(root, path)).equals(WriteDebouncer.ABSENT);
    }

    private boolean isKnown(String path) {
        String digest = reader.digest(path);
        return !digest.isEmpty() && library.files().hasBytes(digest);
    }
}
