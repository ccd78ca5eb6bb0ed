package dev.feedmill.folder;

import dev.feedmill.article.FolderPath;
import dev.feedmill.library.Library;
import dev.feedmill.library.table.AttachmentTable;
import dev.feedmill.library.table.FileStamp;
import dev.feedmill.reading.ArticleReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds articles that must be compared or read again because another file was created, changed or removed. */
final class AffectedFiles {
    private final Path root;
    private final ArticleReader reader;
    private final Library library;

    AffectedFiles(Path root, ArticleReader reader, Library library) {
        this.root = root;
        this.reader = reader;
        this.library = library;
    }

    /** These paths, and the files beside a created or removed file that determines whether they are articles. */
    Set<Path> withSiblings(Collection<Path> paths) {
        Set<Path> judged = new TreeSet<>(paths);
        for (Path path : paths) {
            Path beside = path.getParent();
            if (beside != null && reader.decidesSiblings(FolderListing.name(root, path))) {
                String name = FolderListing.name(root, beside);
                Set<String> names = new TreeSet<>(FolderListing.of(root, beside, reader::isArticle, folder -> {})
                        .files()
                        .keySet());
                names.addAll(library.files().pathsBelow(name));
                names.forEach(each -> judged.add(FolderPath.file(root, each)));
            }
        }
        return judged;
    }

    /** Adds articles that embed changed files: their content changed although their own files did not. */
    void addIncluders(Collection<Path> paths, SortedMap<String, FileStamp> files) {
        for (Path path : paths) {
            for (String includer : reader.includers(FolderListing.name(root, path))) {
                FileStamp stamp = WriteDebouncer.look(FolderPath.file(root, includer));
                if (reader.isArticle(includer) && !stamp.equals(WriteDebouncer.ABSENT)) {
                    files.put(includer, stamp);
                }
            }
        }
    }

    /** Articles for which a file was created or removed without an event. */
    List<String> outdated() {
        return library.files().outdated(this::isSame);
    }

    private boolean isSame(String path, String stamp) {
        return reader.isArticle(path)
                ? Files.isRegularFile(FolderPath.file(root, path)) == stamp.equals(AttachmentTable.THERE)
                : reader.isSameAttachment(path, stamp);
    }

    /**
     * Articles that use, or refer to, non-article files at these paths or below; of a folder, only those for which its
     * content changed.
     */
    Set<String> ownersOfFiles(Stream<Path> paths) {
        Set<String> owners = new TreeSet<>();
        boolean folders = false;
        for (Path path : paths.toList()) {
            String name = FolderListing.name(root, path);
            if (!reader.isArticle(name)) {
                owners.addAll(library.files().owners(reader.places(name)));
                folders |= !Files.isRegularFile(path);
            }
        }
        if (folders) {
            owners.addAll(outdated());
        }
        return owners;
    }

    /** Articles that link, or try to link, to articles that changed, were created or removed. */
    Set<String> ownersOfArticles(Collection<String> paths) {
        List<String> places = new ArrayList<>(reader.reread(paths));
        paths.forEach(path -> places.addAll(reader.places(path)));
        return library.files().owners(places);
    }
}
