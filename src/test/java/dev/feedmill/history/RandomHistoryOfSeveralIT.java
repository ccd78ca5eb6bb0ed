package dev.feedmill.history;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whichever of three servers readers ask, what they have stored stays true. */
class RandomHistoryOfSeveralIT {
    /** By hand it may go on for as long as one likes. */
    @Test
    @Timeout(value = 1, unit = TimeUnit.DAYS)
    void readers_see_the_truth_in_every_history(@TempDir Path temp) throws Exception {
        RandomHistory.runOfSeveral(temp);
    }
}
