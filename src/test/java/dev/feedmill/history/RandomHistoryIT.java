package dev.feedmill.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.library.Databases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever happens to the folder, what readers were told stays true. */
class RandomHistoryIT {
    @TempDir
    private Path temp;

    @ParameterizedTest
    @EnumSource
    void readers_are_told_the_truth_in_every_history(Databases database) throws Exception {
        long first = Long.getLong("history.seed", 1);
        int operations = Integer.getInteger("history.operations", 200);
        // Not yet more than one: an article that is hidden or in a busy folder is not known again when it is moved and
        // edited.
        int together = Integer.getInteger("history.together", 1);
        double kills = Double.parseDouble(System.getProperty("history.kills", "0.01"));
        Set<String> without = Set.of(System.getProperty("history.without", "").split(","));
        for (long seed = first; seed < first + Integer.getInteger("history.seeds", 1); seed++) {
            Plan plan = new Plan(
                    seed, operations, together, kills, Plan.allKinds(Boolean.getBoolean("history.early")), without);
            System.out.println("history on " + database + ": " + plan.told());
            Path folder = Files.createDirectories(temp.resolve("seed" + seed));
            try (History history = new History(plan, folder, database.fresh())) {
                history.run();
                assertThat(history.done()).isEqualTo(operations);
            }
        }
    }
}
