package dev.feedmill.folder;

import dev.feedmill.article.FolderPath;
import dev.feedmill.folder.watch.FileEvent;
import dev.feedmill.folder.watch.FolderWatcher;
import dev.feedmill.library.Library;
import dev.feedmill.reading.ArticleReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Dispatches the events of a folder to the debouncer and to the source of readers. For one thread. */
final class EventDispatcher {
    private final Path root;
    private final ReaderSource readers;
    private final Library library;
    private final WriteDebouncer debouncer;

    EventDispatcher(Path root, ReaderSource readers, Library library, WriteDebouncer debouncer) {
        this.root = root;
        this.readers = readers;
        this.library = library;
        this.debouncer = debouncer;
    }

    /** Dispatches all events, and waits for one if there is none; returns whether only a scan can find all changes. */
    boolean poll(FolderWatcher watcher, ArticleReader reader, Duration atMost) throws InterruptedException {
        FolderWatcher.FileEvents polled = watcher.poll(atMost);
        long polledAt = System.nanoTime();
        boolean scanNeeded = polled.lost();
        for (Map.Entry<Path, FileEvent> each : polled.events().entrySet()) {
            scanNeeded |= isHiddenLink(each.getKey());
            dispatch(each.getKey(), each.getValue(), watcher, reader, polledAt);
        }
        return scanNeeded;
    }

    /** Visible links may lead through a hidden one, as those of a Kubernetes ConfigMap lead through "..data". */
    private static boolean isHiddenLink(Path path) {
        return FolderListing.isHidden(path) && Files.isSymbolicLink(path) && Files.isDirectory(path);
    }

    /** Handles an event of a path. A new folder may already have content, or get more before its watch begins. */
    private void dispatch(Path path, FileEvent event, FolderWatcher watcher, ArticleReader reader, long now) {
        if (path.equals(root) || FolderListing.isHidden(path)) {
            return;
        }
        String name = FolderListing.name(root, path);
        debouncer.touch(path, event, now, isNewArticle(path, name, reader));
        if (!reader.isArticle(name)) {
            readers.onEvent(name);
        }
        if (Files.isDirectory(path)) {
            // The content of a new folder causes no events.
            readers.onEvent("");
            FolderListing.of(root, path, reader::isArticle, watcher::add)
                    .files()
                    .keySet()
                    .forEach(file -> {
                        Path article = FolderPath.file(root, file);
                        boolean isNew = isNewArticle(article, file, reader);
                        debouncer.touch(article, FileEvent.TOUCHED, System.nanoTime(), isNew);
                    });
        }
    }

    /** Whether this is a new article, for which a configuration that arrives with it may matter. */
    private boolean isNewArticle(Path path, String name, ArticleReader reader) {
        return readers.hasConfigurations()
                && reader.isArticle(name)
                && (debouncer.isNew(path) || !library.files().has(name));
    }
}
