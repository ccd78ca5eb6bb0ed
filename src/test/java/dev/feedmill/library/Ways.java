package dev.feedmill.library;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.feedmill.folder.watch.FolderWatcher;
import dev.feedmill.folder.watch.InotifyWatcher;
import dev.feedmill.folder.watch.PortableWatcher;
import java.nio.file.Path;

/** The kinds of watchers, for tests that must pass with each. */
public enum Ways {
    INOTIFY {
        @Override
        public FolderWatcher watches(Path folder) {
            FolderWatcher watches = FolderWatcher.of(folder);
            if (!(watches instanceof InotifyWatcher)) {
                watches.close();
            }
            assumeThat(watches).as("inotify is not there").isInstanceOf(InotifyWatcher.class);
            return watches;
        }
    },
    PORTABLE {
        @Override
        public FolderWatcher watches(Path folder) {
            return new PortableWatcher(folder);
        }
    };

    public abstract FolderWatcher watches(Path folder);
}
