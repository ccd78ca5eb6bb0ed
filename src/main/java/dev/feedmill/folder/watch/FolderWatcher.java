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

/** Hears of changes in folders, as far as the system tells; for one thread, but for {@link #wake}. */
public sealed interface FolderWatcher extends AutoCloseable permits InotifyWatcher, PortableWatcher {
    /** By inotify, which tells when a writer has closed a file, or else by what Java offers on every system. */
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
     * What was heard.
     *
     * @param lost whether some of it was not, so that the whole has to be compared
     */
    record Heard(Map<Path, FileEvent> signs, boolean lost) {}

    /** Gathers what is heard at one time. */
    final class Ear {
        private final Map<Path, FileEvent> signs = new LinkedHashMap<>();
        private boolean lost;

        void hear(Path path, FileEvent sign) {
            signs.merge(path, sign, (earlier, later) -> later.after(earlier));
        }

        void lose() {
            lost = true;
        }

        Heard heard() {
            return new Heard(signs, lost);
        }
    }

    /** Of these folders the given one and those below it. */
    static List<Path> below(NavigableMap<Path, ?> folders, Path top) {
        // Between a folder and those in it there may be others, such as "a-b" between "a" and "a/c".
        return folders.tailMap(top, true).keySet().stream()
                .takeWhile(folder -> folder.toString().startsWith(top.toString()))
                .filter(folder -> folder.startsWith(top))
                .toList();
    }

    /** Hears of a folder from now on; of those in it only when they are added too. */
    void add(Path folder);

    /** No more of this folder and those below it, which may have another path by now. */
    void drop(Path folder);

    /** Waits for something to be heard, but not longer than this, and takes what is there. */
    Heard hear(Duration atMost) throws InterruptedException;

    /** Ends the waiting for good, from any thread. */
    void wake();

    @Override
    void close();
}
