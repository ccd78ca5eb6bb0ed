package dev.feedmill.history;

import dev.feedmill.library.Databases;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the folder, what readers have stored stays true. */
class RandomHistoryOnPostgresIT {
    /** By hand it may go on for as long as one likes. */
    @Test
    @Timeout(value = 1, unit = TimeUnit.DAYS)
    void readers_see_the_truth_in_every_history(@TempDir Path temp) throws Exception {
        RandomHistory.run(Databases.POSTGRES, temp);
    }
}
