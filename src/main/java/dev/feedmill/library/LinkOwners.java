package dev.feedmill.library;

import dev.feedmill.article.FolderPath;
import dev.feedmill.reading.ArticleReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the articles that are to be read again, since what they show, play or link to came or went. */
final class LinkOwners {
    private final Path root;
    private final ArticleReader reader;
    private final Database database;

    /** @param root the articles folder */
    LinkOwners(Path root, ArticleReader reader, Database database) {
        this.root = root;
        this.reader = reader;
        this.database = database;
    }

    /** Those of which a file came or went while nobody heard of it. */
    List<String> outdated() {
        return database.read(handle -> AttachmentTable.outdated(handle, this::isSame));
    }

    private boolean isSame(String path, String stamp) {
        return reader.isArticle(path)
                ? Files.isRegularFile(FolderPath.file(root, path)) == stamp.equals(AttachmentTable.THERE)
                : reader.isSameAttachment(path, stamp);
    }

    /** Those that have, or wish for, what is at these paths or below, articles excepted; of a folder, those of which that is another now. */
    Set<String> ofFiles(Stream<Path> paths) {
        Set<String> owners = new TreeSet<>();
        boolean folders = false;
        for (Path path : paths.toList()) {
            String name = FolderView.name(root, path);
            if (!reader.isArticle(name)) {
                owners.addAll(owners(reader.places(name)));
                folders |= !Files.isRegularFile(path);
            }
        }
        if (folders) {
            owners.addAll(outdated());
        }
        return owners;
    }

    /** Those that link, or wish to, to articles that changed, came or went. */
    Set<String> ofArticles(Collection<String> paths) {
        List<String> places = new ArrayList<>(paths);
        places.addAll(reader.reread(paths));
        return owners(places);
    }

    private Set<String> owners(Collection<String> places) {
        return database.read(handle -> {
            Set<String> owners = new TreeSet<>();
            places.forEach(place -> owners.addAll(AttachmentTable.owners(handle, place)));
            return owners;
        });
    }
}
