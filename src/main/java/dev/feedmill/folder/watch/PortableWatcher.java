package dev.feedmill.folder.watch;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches by Java's WatchService, which does not report that a writer has closed a file. */
public final class PortableWatcher implements FolderWatcher {
    private static final Logger LOG = LoggerFactory.getLogger(PortableWatcher.class);

    private final @Nullable WatchService service;
    private final NavigableMap<Path, WatchKey> keys = new TreeMap<>();
    private boolean complained;

    public PortableWatcher(Path folder) {
        this.service = open(folder);
    }

    private static @Nullable WatchService open(Path folder) {
        try {
            return folder.getFileSystem().newWatchService();
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn("the system cannot watch folders, changes are found by comparing: {}", e.toString());
            return null;
        }
    }

    @Override
    public void add(Path folder) {
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

    /** Its key would continue to name a moved folder by its old path. */
    @Override
    public void drop(Path folder) {
        for (Path path : FolderWatcher.subtree(keys, folder)) {
            WatchKey key = keys.remove(path);
            if (key != null) {
                key.cancel();
            }
        }
    }

    @Override
    public FileEvents poll(Duration atMost) throws InterruptedException {
        EventCollector collector = new EventCollector();
        if (service == null) {
            TimeUnit.NANOSECONDS.sleep(atMost.toNanos());
            return collector.events();
        }
        try {
            for (WatchKey key = service.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
                    key != null;
                    key = service.poll()) {
                take(key, collector);
            }
        } catch (ClosedWatchServiceException e) {
            throw new IllegalStateException("the watch was closed by another thread", e);
        }
        return collector.events();
    }

    private void take(WatchKey key, EventCollector collector) {
        Path folder = (Path) key.watchable();
        boolean ours = keys.get(folder) == key;
        for (WatchEvent<?> event : key.pollEvents()) {
            if (!(event.context() instanceof Path name)) {
                collector.markLost();
            } else if (ours) {
                Path path = folder.resolve(name);
                collector.add(path, FileEvent.UNCLEAR);
                if (event.kind() == StandardWatchEventKinds.ENTRY_DELETE) {
                    drop(path);
                }
            }
        }
        if (!key.reset() && ours) {
            keys.remove(folder);
            collector.add(folder, FileEvent.UNCLEAR);
        }
    }

    /** The interrupt suffices. */
    @Override
    public void wake() {}

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
