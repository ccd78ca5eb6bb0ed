package dev.feedmill.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.history.Operation.Manner;
import dev.feedmill.library.Databases;
import dev.feedmill.library.SimulatedFollower;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whose article each file is, in random histories without a server: {@code -Dhistory.seed} and the other settings are
 * those of {@link RandomHistory}, of which this is the part that needs no time.
 */
class IdentityHistoryTest {
    /** One round out of this number is seen operation by operation. */
    private static final int SEEN_ONE_BY_ONE = 3;

    @TempDir
    private Path temp;

    private final Map<Integer, Long> articles = new HashMap<>();
    private final Map<Long, Integer> numbers = new HashMap<>();
    private Model model = Model.EMPTY;

    @ParameterizedTest
    @EnumSource
    void each_file_is_of_the_article_that_it_should_be(Databases database) throws Exception {
        long first = Long.getLong("history.seed", 1);
        int operations = Integer.getInteger("history.operations", 200);
        for (long seed = first; seed < first + Integer.getInteger("history.seeds", 1); seed++) {
            Plan plan = new Plan(
                    seed,
                    operations,
                    Integer.getInteger("history.together", 8),
                    Double.parseDouble(System.getProperty("history.kills", "0.1")),
                    Plan.allKinds(),
                    Set.of());
            Rounds rounds = new Rounds(plan);
            forget();
            try (SimulatedFollower follower =
                    new SimulatedFollower(Files.createDirectories(temp.resolve("seed" + seed)), database.fresh())) {
                play(rounds, temp.resolve("seed" + seed), follower);
            } catch (AssertionError fault) {
                throw new AssertionError(rounds.report(fault), fault);
            }
        }
    }

    private void forget() {
        articles.clear();
        numbers.clear();
        model = Model.EMPTY;
    }

    private void play(Rounds rounds, Path folder, SimulatedFollower follower) throws Exception {
        List<Operation> first = rounds.first();
        first.forEach(operation -> Disk.apply(folder, operation, Manner.IN_PLACE));
        follower.compare();
        expect(model.seeingAll(first), follower.articles());
        while (!rounds.isOver()) {
            Rounds.Round round = rounds.next(model);
            Tree before = model.tree();
            expect(seen(round, folder, follower), follower.articles());
            rounds.keep(round, before);
        }
    }

    private Model seen(Rounds.Round round, Path folder, SimulatedFollower follower) throws Exception {
        Random random = round.random();
        boolean complete = random.nextBoolean();
        if (round.mode() == Rounds.Mode.RUNNING && random.nextInt(SEEN_ONE_BY_ONE) == 0) {
            Model now = model;
            for (Operation operation : round.operations()) {
                Disk.apply(folder, operation, Manner.IN_PLACE);
                follower.hear(paths(List.of(operation)), complete);
                now = now.seeingAll(List.of(operation));
            }
            return now;
        }
        round.operations().forEach(operation -> Disk.apply(folder, operation, Manner.IN_PLACE));
        if (round.mode() == Rounds.Mode.RUNNING) {
            follower.hear(paths(round.operations()), complete);
        } else {
            follower.compare();
        }
        return model.seeingAll(round.operations());
    }

    private static Set<String> paths(List<Operation> operations) {
        Set<String> paths = new LinkedHashSet<>();
        for (Operation operation : operations) {
            for (Step step : operation.steps()) {
                if (step instanceof Step.Write write) {
                    paths.add(write.path());
                } else if (step instanceof Step.Move move) {
                    paths.add(move.from());
                    paths.add(move.to());
                } else if (step instanceof Step.Delete delete) {
                    paths.add(delete.path());
                } else if (step instanceof Step.Touch touch) {
                    paths.add(touch.path());
                }
            }
        }
        return paths;
    }

    private void expect(Model next, Map<String, Long> found) {
        assertThat(found.keySet()).isEqualTo(next.tree().posts().keySet());
        for (Tracked article : next.articles()) {
            if (article.isThere()) {
                long came = found.getOrDefault(article.last(), 0L);
                Long known = articles.get(article.number());
                Integer other = numbers.get(came);
                boolean isNewOne = known == null
                        && other == null
                        && (came > 0 || article.post().look().open());
                boolean holds = known == null ? isNewOne : known == came;
                Promise.ONE_ID_FOR_EVER.expect(
                        article.last(),
                        holds,
                        "article " + article.number() + " (" + known + ")",
                        came + ", which is article " + other);
            }
        }
        for (Tracked article : next.articles()) {
            long came = article.isThere() ? found.getOrDefault(article.last(), 0L) : 0;
            if (came > 0) {
                articles.put(article.number(), came);
                numbers.put(came, article.number());
            }
        }
        model = next;
    }
}
