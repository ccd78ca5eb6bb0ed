package dev.feedmill.library;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears of changes in folders, as far as the system tells; for one thread. */
final class Watches implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watches.class);

    private final @Nullable WatchService service;
    private final TreeMap<Path, WatchKey> keys = new TreeMap<>();
    private boolean complained;

    Watches(Path folder) {
        this.service = open(folder);
    }

    /**
     * What was heard.
     *
     * @param lost whether some of it was not, so that the whole has to be compared
     */
    record Heard(Set<Path> paths, boolean lost) {}

    private static @Nullable WatchService open(Path folder) {
        try {
            return folder.getFileSystem().newWatchService();
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn("the system cannot watch folders, changes are found by comparing: {}", e.toString());
            return null;
        }
    }

    /** Hears of a folder from now on; of those in it only when they are added too. */
    void add(Path folder) {
        WatchKey known = keys.get(folder);
        if (service == null || (known != null && known.isValid())) {
            return;
        }
        try {
            keys.put(
                    folder,
                    folder.register(
                            service,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE));
        } catch (IOException e) {
            if (!complained) {
                complained = true;
                LOG.warn("cannot watch {}, its changes are found by comparing: {}", folder, e.toString());
            }
        }
    }

    /** No more of this folder and those below it: a key would go on to name a moved folder by its old path. */
    void drop(Path folder) {
        Map<Path, WatchKey> below = keys.tailMap(folder, true);
        for (var each = below.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<Path, WatchKey> entry = each.next();
            if (!entry.getKey().startsWith(folder)) {
                break;
            }
            entry.getValue().cancel();
            each.remove();
        }
    }

    /** Waits for something to be heard, but not longer than this, and takes all of it. */
    Heard hear(Duration atMost) throws InterruptedException {
        Set<Path> paths = new LinkedHashSet<>();
        boolean lost = false;
        if (service == null) {
            TimeUnit.NANOSECONDS.sleep(atMost.toNanos());
            return new Heard(paths, false);
        }
        try {
            for (WatchKey key = service.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
                    key != null;
                    key = service.poll()) {
                lost |= take(key, paths);
            }
        } catch (ClosedWatchServiceException e) {
            throw new IllegalStateException("the watch was closed by another thread", e);
        }
        return new Heard(paths, lost);
    }

    private boolean take(WatchKey key, Set<Path> paths) {
        boolean lost = false;
        Path folder = (Path) key.watchable();
        boolean ours = keys.get(folder) == key;
        for (WatchEvent<?> event : key.pollEvents()) {
            if (event.context() instanceof Path name) {
                if (ours) {
                    Path path = folder.resolve(name);
                    paths.add(path);
                    if (event.kind() == StandardWatchEventKinds.ENTRY_DELETE) {
                        drop(path);
                    }
                }
            } else {
                lost = true;
            }
        }
        if (!key.reset() && ours) {
            keys.remove(folder);
            paths.add(folder);
        }
        return lost;
    }

    @Override
    public void close() {
        try {
            if (service != null) {
                service.close();
            }
        } catch (IOException e) {
            LOG.warn("cannot end the watch", e);
        }
    }
}
