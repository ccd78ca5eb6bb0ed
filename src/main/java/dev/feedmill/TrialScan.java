package dev.feedmill;

import dev.feedmill.library.FolderFollower;
import dev.feedmill.library.Library;
import dev.feedmill.scratch.Scratch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BiFunction;

/** A scan of a folder into a library that is gone afterwards, with its progress on the terminal. */
final class TrialScan {
    private TrialScan() {}

    /**
     * What is found in the folder once all of it was read.
     *
     * @param command whose name the temporary library has
     */
    static <T> T of(
            String command,
            Composition composition,
            Path folder,
            Surroundings surroundings,
            BiFunction<Library, FolderFollower, T> look)
            throws InterruptedException, IOException, CannotRunException {
        try (Scratch scratch = Scratch.make("feedmill-" + command);
                ProgressLine progress = ProgressLine.shownTo(surroundings);
                Library library = Library.open(scratch.path().toString(), surroundings.clock());
                FolderFollower follower = composition.follower(
                        folder, composition.sites(library, new SiteLog()), library, surroundings.clock())) {
            follower.onProgress(step -> progress.step(step.done(), step.total()));
            follower.start();
            while (!follower.awaitFirstScan(Duration.ofMillis(500))) {
                String reason = follower.ended().toCompletableFuture().getNow("");
                if (!reason.isEmpty()) {
                    throw new CannotRunException(reason);
                }
            }
            return look.apply(library, follower);
        }
    }
}
