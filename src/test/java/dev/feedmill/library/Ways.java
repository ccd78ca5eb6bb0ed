package dev.feedmill.library;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;

/** The ways to hear of changes, for tests that must hold with each. */
enum Ways {
    INOTIFY {
        @Override
        Watches watches(Path folder) {
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
        Watches watches(Path folder) {
            return new PortableWatches(folder);
        }
    };

    abstract Watches watches(Path folder);
}
