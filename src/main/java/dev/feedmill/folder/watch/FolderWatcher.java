package dev.feedmill.folder.watch;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.slf4j.LoggerFactory;

/** Watches folders for changes, as far as the system reports them; for one thread, except {@link #wake}. */
public sealed interface FolderWatcher extends AutoCloseable permits InotifyWatcher, PortableWatcher {
    /** Creates an inotify watcher, which reports when a writer closes a file, or else Java's portable one. */
    static FolderWatcher of(Path folder) {
        boolean linux = System.getProperty("os.name", "").equals("Linux");
        if (linux && folder.getFileSystem().equals(FileSystems.getDefault())) {
            try {
                return new InotifyWatcher(new Inotify());
            } catch (IOException | LinkageError e) {
                LoggerFactory.getLogger(FolderWatcher.class)
                        .warn(
                                "the system does not tell when files are closed, they are read after the settle time: {}",
                                e.toString());
            }
        }
        return new PortableWatcher(folder);
    }

    /**
     * Events of paths.
     *
     * @param lost whether events were lost, so that the whole folder must be scanned
     */
    record FileEvents(Map<Path, FileEvent> events, boolean lost) {}

    /** Collects events. */
    final class EventCollector {
        private final Map<Path, FileEvent> events = new LinkedHashMap<>();
        private boolean lost;

        void add(Path path, FileEvent event) {
            events.merge(path, event, (earlier, later) -> later.after(earlier));
        }

        void markLost() {
            lost = true;
        }

        FileEvents events() {
            return new FileEvents(events, lost);
        }
    }

    /** Of these folders, the given one and those below it. */
    static List<Path> subtree(NavigableMap<Path, ?> folders, Path top) {
        // A sorted map may hold others between a folder and its children, such as "a-b" between "a" and "a/c".
        return folders.tailMap(top, true).keySet().stream()
                .takeWhile(folder -> folder.toString().startsWith(top.toString()))
                .filter(folder -> folder.startsWith(top))
                .toList();
    }

    /** Watches a folder; its subfolders must be added too. */
    void add(Path folder);

    /** Stops watching this folder and those below it, which may have another path by now. */
    void drop(Path folder);

    /** Waits for events until the timeout, and returns those that are there. */
    FileEvents poll(Duration atMost) throws InterruptedException;

    /** Ends the waiting for good; may be called from any thread. */
    void wake();

    @Override
    void close();
}
