package dev.feedmill.library;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.feedmill.folder.watch.InotifyWatches;
import dev.feedmill.folder.watch.PortableWatches;
import dev.feedmill.folder.watch.Watches;
import java.nio.file.Path;

/** The ways to hear of changes, for tests that must hold with each. */
public enum Ways {
    INOTIFY {
        @Override
        public Watches watches(Path folder) {
            Watches watches = Watches.of(folder);
            if (!(watches instanceof InotifyWatches)) {
                watches.close();
            }
            assumeThat(watches).as("inotify is not there").isInstanceOf(InotifyWatches.class);
            return watches;
        }
    },
    PORTABLE {
        @Override
        public Watches watches(Path folder) {
            return new PortableWatches(folder);
        }
    };

    public abstract Watches watches(Path folder);
}
