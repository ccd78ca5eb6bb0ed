package dev.feedmill.app;

import dev.feedmill.dialect.Sites;
import dev.feedmill.folder.FolderFollower;
import dev.feedmill.library.Library;
import dev.feedmill.runtime.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A scan of a folder into a temporary library, with progress on the terminal. */
public final class TrialScan {
    private TrialScan() {}

    /** Gets what a command needs while the temporary library exists. */
    public interface Look<T> {
        T at(Sites sites, Library library, FolderFollower follower);
    }

    /**
     * Scans the whole folder and returns the command's result.
     *
     * @param command name used for the temporary library
     */
    public static <T> T of(String command, Wiring wiring, Path folder, ProcessContext process, Look<T> look)
            throws InterruptedException, IOException, CannotRunException {
        try (TemporaryFolder temporary = TemporaryFolder.create("feedmill-" + command);
                ProgressLine progress = ProgressLine.shownTo(process);
                Library library = Library.open(temporary.path().toString(), process.clock())) {
            FollowedSites sites = wiring.sites(library, new SiteLog());
            try (FolderFollower follower = wiring.follower(folder, sites, library, process.clock())) {
                follow(follower, progress);
                return look.at(sites.now(), library, follower);
            }
        }
    }

    /** Follows a folder until one scan of it has succeeded. */
    public static void follow(FolderFollower follower, ProgressLine progress)
            throws InterruptedException, CannotRunException {
        follower.onProgress(step -> progress.step(step.done(), step.total()));
        follower.start();
        while (!follower.awaitFirstScan(Duration.ofMillis(500))) {
            String reason = follower.ended().toCompletableFuture().getNow("");
            if (!reason.isEmpty()) {
                throw new CannotRunException(reason);
            }
        }
    }
}
