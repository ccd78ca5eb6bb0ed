package dev.feedmill.folder;

import dev.feedmill.article.FolderPath;
import dev.feedmill.library.Library;
import dev.feedmill.library.table.FileStamp;
import dev.feedmill.reading.ArticleReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** Finds out what is at paths of the folder now: articles, nothing, or files that are being written. For one thread. */
final class PathInspector {
    private static final int ROUNDS = 3;

    private final Path root;
    private final ArticleReader reader;
    private final Library library;
    private final Duration settleTime;
    private final InstantSource clock;

    PathInspector(Path root, ArticleReader reader, Library library, Duration settleTime, InstantSource clock) {
        this.root = root;
        this.reader = reader;
        this.library = library;
        this.settleTime = settleTime;
        this.clock = clock;
    }

    /**
     * Adds an existing article to {@code files}, or articles that are gone or no longer articles to {@code gone};
     * returns whether the existence of any is uncertain.
     */
    boolean look(Path path, SortedMap<String, FileStamp> files, Set<String> gone) {
        String name = FolderListing.name(root, path);
        FileStamp stamp = WriteDebouncer.look(path);
        boolean unclear = stamp.equals(FileStamp.UNKNOWN) && !reader.isArticle(name);
        if (Files.isDirectory(path)
                || unclear
                || (stamp.equals(WriteDebouncer.ABSENT) && !library.files().has(name))) {
            boolean doubtful = Files.isDirectory(path) && !Files.isReadable(path);
            for (String below : library.files().pathsBelow(name)) {
                FileStamp there = WriteDebouncer.look(FolderPath.file(root, below));
                doubtful |= there.equals(FileStamp.UNKNOWN);
                if (there.equals(WriteDebouncer.ABSENT) || isExcluded(below)) {
                    gone.add(below);
                }
            }
            if (unclear && isExcluded(name) && library.files().has(name)) {
                gone.add(name);
            }
            return doubtful;
        } else if (stamp.equals(WriteDebouncer.ABSENT)) {
            gone.add(name);
        } else if (reader.isArticle(name)) {
            files.put(name, stamp);
        } else if (isExcluded(name) && library.files().has(name)) {
            gone.add(name);
        }
        return false;
    }

    /** Whether a readable configuration excludes a file from its articles. */
    boolean isExcluded(String name) {
        return !reader.isArticle(name) && reader.unreadableConfiguration(name) == null;
    }

    /** Waits for files that were just written; returns those that do not settle. */
    Set<Path> settle(FolderListing listing) throws InterruptedException {
        List<String> moving = listing.files().entrySet().stream()
                .filter(file -> isFresh(file.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        for (int round = 0; !moving.isEmpty() && round < ROUNDS; round++) {
            Thread.sleep(settleTime.toMillis());
            List<String> still = new ArrayList<>();
            for (String path : moving) {
                FileStamp now = WriteDebouncer.look(FolderPath.file(root, path));
                if (!now.equals(listing.files().get(path))) {
                    listing.files().put(path, now);
                    still.add(path);
                }
            }
            moving = still;
        }
        Set<Path> unsettled = new TreeSet<>();
        moving.forEach(path -> unsettled.add(FolderPath.file(root, path)));
        return unsettled;
    }

    private boolean isFresh(FileStamp stamp) {
        return Duration.between(stamp.time(), clock.instant()).abs().compareTo(settleTime) < 0;
    }
}
