package dev.feedmill.library;

import dev.feedmill.article.FolderPath;
import dev.feedmill.reading.ArticleReader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** Articles to which something happens because another file came, changed or went. */
final class Affected {
    private final Path root;
    private final ArticleReader reader;
    private final Library library;

    Affected(Path root, ArticleReader reader, Library library) {
        this.root = root;
        this.reader = reader;
        this.library = library;
    }

    /** The same paths with files beside one that came or went and that says whether they are articles. */
    Set<Path> withJudged(Collection<Path> paths) {
        Set<Path> judged = new TreeSet<>(paths);
        for (Path path : paths) {
            Path beside = path.getParent();
            if (beside != null && reader.judgesOthers(FolderView.name(root, path))) {
                String name = FolderView.name(root, beside);
                Set<String> names = new TreeSet<>(FolderView.of(root, beside, reader::isArticle, folder -> {})
                        .files()
                        .keySet());
                names.addAll(library.database().read(handle -> FileTable.below(handle, name)));
                names.forEach(each -> judged.add(FolderPath.file(root, each)));
            }
        }
        return judged;
    }

    /** Adds articles that take changed files in: what they show changed, though their own files did not. */
    void addTakers(Collection<Path> paths, SortedMap<String, Stamp> files) {
        for (Path path : paths) {
            for (String taker : reader.takers(FolderView.name(root, path))) {
                Stamp stamp = Settling.look(FolderPath.file(root, taker));
                if (reader.isArticle(taker) && !stamp.equals(Settling.ABSENT)) {
                    files.put(taker, stamp);
                }
            }
        }
    }
}
