package dev.feedmill.folder.watch;

import dev.feedmill.article.FolderPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches by inotify. A folder that is reachable by several paths has one watch. */
public final class InotifyWatcher implements FolderWatcher {
    private static final Logger LOG = LoggerFactory.getLogger(InotifyWatcher.class);

    /** Limit of reads, so that continuous writers do not delay the processing of other events. */
    private static final int MAX_READS = 16;

    private final Inotify inotify;
    private final NavigableMap<Path, Integer> watches = new TreeMap<>();
    private final Map<Integer, SortedSet<Path>> folders = new HashMap<>();
    private boolean complained;

    InotifyWatcher(Inotify inotify) {
        this.inotify = inotify;
    }

    @Override
    public void add(Path folder) {
        try {
            // Added even if the path is known: another folder may be there now.
            int watch = inotify.watch(FolderPath.bytes(folder));
            Integer before = watches.put(folder, watch);
            if (before != null && before != watch) {
                leave(before, folder);
            }
            folders.computeIfAbsent(watch, w -> new TreeSet<>()).add(folder);
        } catch (Inotify.ErrorCode e) {
            if (!complained && Files.isDirectory(folder)) {
                complained = true;
                String reason = e.number() == Inotify.ENOSPC
                        ? "fs.inotify.max_user_watches allows no more"
                        : String.valueOf(e.getMessage());
                LOG.warn("cannot watch {}, its changes and maybe others' are found by comparing: {}", folder, reason);
            }
        }
    }

    @Override
    public void drop(Path folder) {
        for (Path path : FolderWatcher.subtree(watches, folder)) {
            Integer watch = watches.remove(path);
            if (watch != null) {
                leave(watch, path);
            }
        }
    }

    private void leave(int watch, Path folder) {
        SortedSet<Path> paths = folders.getOrDefault(watch, new TreeSet<>());
        paths.remove(folder);
        if (paths.isEmpty() && folders.remove(watch) != null) {
            inotify.unwatch(watch);
        }
    }

    @Override
    public FileEvents poll(Duration atMost) throws InterruptedException {
        EventCollector collector = new EventCollector();
        try {
            List<InotifyEvent> events = inotify.read(atMost);
            for (int read = 1; !events.isEmpty(); read++) {
                events.forEach(event -> take(event, collector));
                events = read < MAX_READS ? inotify.read(Duration.ZERO) : List.of();
            }
        } catch (Inotify.ErrorCode e) {
            throw new IllegalStateException("the queue of changes cannot be read", e);
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return collector.events();
    }

    private void take(InotifyEvent event, EventCollector collector) {
        if (event.is(InotifyEvent.OVERFLOW)) {
            collector.markLost();
        }
        for (Path folder : List.copyOf(folders.getOrDefault(event.watch(), new TreeSet<>()))) {
            if (event.is(InotifyEvent.IGNORED)) {
                drop(folder);
                collector.add(folder, FileEvent.UNCLEAR);
            } else if (event.name().length > 0) {
                Path path = FolderPath.child(folder, event.name());
                if (event.is(InotifyEvent.DELETE | InotifyEvent.MOVED_FROM)) {
                    drop(path);
                }
                collector.add(path, event.fileEvent());
            }
        }
    }

    @Override
    public void wake() {
        inotify.wake();
    }

    @Override
    public void close() {
        inotify.close();
    }
}
