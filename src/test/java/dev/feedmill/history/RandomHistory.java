package dev.feedmill.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.library.Databases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The histories that the system properties name, on one database; a class of tests for each lets them run at once. */
final class RandomHistory {
    private RandomHistory() {}

    static void run(Databases database, Path temp) throws Exception {
        run(database, temp, false, 500);
    }

    /** A history of three servers on one library. */
    static void runOfSeveral(Path temp) throws Exception {
        run(Databases.POSTGRES, temp, true, 30);
    }

    private static void run(Databases database, Path temp, boolean several, int usual) throws Exception {
        String where = database + (several ? ", several servers" : "");
        long first = Long.getLong("history.seed", 1);
        int operations = Integer.getInteger("history.operations", usual);
        int together = Integer.getInteger("history.together", 4);
        double kills = Double.parseDouble(System.getProperty("history.kills", several ? "0.1" : "0.01"));
        Set<String> without = Set.of(System.getProperty("history.without", "").split(","));
        List<Kind> kinds = Plan.allKinds();
        for (long seed = first; seed < first + Integer.getInteger("history.seeds", 1); seed++) {
            int done = 0;
            int killed = 0;
            for (int part = 0; done < operations; part++) {
                Plan plan = new Plan(seed + part * 1_000_000L, operations - done, together, kills, kinds, without);
                System.out.println("history on " + where + ": " + plan.options());
                Path folder = Files.createDirectories(temp.resolve("seed" + plan.seed()));
                try (History history = new History(plan, folder, database.fresh(), several)) {
                    history.run();
                    done += history.done();
                    killed += history.kills();
                }
            }
            System.out.println(
                    "history on " + where + ": nothing found in " + done + " operations with " + killed + " kills");
            assertThat(done).isEqualTo(operations);
        }
    }
}
