package dev.feedmill.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One history: rounds of operations, and a look at everything after each. */
final class History implements AutoCloseable {
    static final Duration SETTLE_TIME = Duration.ofMillis(60);
    /** How long a missing file is waited for where the folder never is quiet. */
    private static final Duration PATIENCE = SETTLE_TIME.multipliedBy(10);

    private static final int FIRST_POSTS = 14;
    private static final int TREES_KEPT = 8;
    private static final int ROUNDS_TOLD = Integer.getInteger("history.told", 15);
    private static final int MOST_POSSIBLE = 16;
    /** One of so many rounds is polled without a pause, which takes all of a small machine. */
    private static final int POLLED = 3;

    private final Plan plan;
    private final Path articles;
    private final Server server;
    private final Disk disk;
    private final Looks looks;
    private final List<Tree> earlier = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private Model model = Model.EMPTY;
    private int done;
    private int kills;
    /** Whether the machine was so slow that nobody can tell what the server saw of a pull or copy while it went on. */
    private boolean isUnclear;

    /**
     * @param folder an empty one
     * @param data where the library is kept
     */
    History(Plan plan, Path folder, String data) throws IOException {
        this.plan = plan;
        this.articles = Files.createDirectories(folder.resolve("articles"));
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        this.server = new Server(
                articles,
                data,
                Map.of(
                        "FEEDMILL_ARTICLES_SETTLE_TIME",
                        SETTLE_TIME.toMillis() + "ms",
                        "FEEDMILL_FEEDS_ITEMS",
                        Integer.toString(Looks.WINDOW),
                        "FEEDMILL_SERVER_UNCONDITIONAL_GETS",
                        "0"));
        this.disk = new Disk(articles, elsewhere, new Commands(articles, elsewhere));
        this.looks = new Looks(server, disk);
    }

    /** Whether the server runs while a round goes on. */
    private enum Mode {
        RUNNING,
        RESTARTED,
        KILLED
    }

    /** Runs to the end, to the first fault, or to where a slow machine makes it unclear what must be. */
    void run() throws Exception {
        try {
            begin();
            for (int round = 1; done < plan.operations() && !isUnclear; round++) {
                play(round);
            }
        } catch (AssertionError | RuntimeException fault) {
            throw new AssertionError(report(fault), fault);
        }
    }

    /** How many operations it had. */
    int done() {
        return done;
    }

    /** How often the server was killed. */
    int kills() {
        return kills;
    }

    private void begin() throws Exception {
        List<Operation> first = new ArrayList<>();
        for (int i = 0; i < FIRST_POSTS; i++) {
            Kind kind = i % 5 == 0 ? Kind.ADD_DECLARED : Kind.ADD;
            Operation operation = new Operations(random(0, i), i, model.seeingAll(first), earlier).think(kind);
            if (operation != null && Claims.isClear(List.of(), model.after(List.of(operation)))) {
                first.add(operation);
                disk.run(operation);
            }
        }
        model = model.seeingAll(first);
        looks.mark();
        server.start(title(0));
        looks.look(List.of(model), Set.of());
    }

    private void play(int round) throws Exception {
        Random random = random(round, 0);
        double lot = random.nextDouble();
        Mode mode = lot < plan.kills() ? Mode.KILLED : lot < plan.kills() * 2 ? Mode.RESTARTED : Mode.RUNNING;
        int size = Math.min(
                plan.together(), Math.min(1 + (int) Math.abs(random.nextGaussian() * 3), plan.operations() - done));
        List<Operation> operations = new ArrayList<>();
        for (int i = 1; i <= size; i++) {
            done++;
            if (!plan.leavesOut(round, i)) {
                Operation next = choose(random(round, i), round, i, operations, mode);
                if (next != null) {
                    operations.add(next);
                }
            }
        }
        if (operations.isEmpty() && mode == Mode.RUNNING) {
            return;
        }
        told.add("round " + round + " " + mode
                + operations.stream()
                        .map(operation -> "\n    " + operation.told())
                        .collect(Collectors.joining()));
        List<Model> possible = switch (mode) {
            case RUNNING ->
                random.nextInt(POLLED) == 0 && (areOneByOne(operations) || random.nextInt(POLLED) == 0)
                        ? polled(operations)
                        : frozen(operations);
            case RESTARTED -> {
                server.stop();
                run(operations);
                looks.mark();
                server.start(title(random.nextInt(2)));
                yield List.of(model.seeingAll(operations));
            }
            case KILLED -> {
                kills++;
                killed(operations, random.nextInt(150));
                yield List.of(model.seeingAll(operations));
            }
        };
        Set<String> changed = operations.stream()
                .flatMap(operation -> operation.steps().stream())
                .filter(Step.Write.class::isInstance)
                .map(step -> ((Step.Write) step).post().words().bird())
                .collect(Collectors.toSet());
        earlier.add(model.tree());
        if (earlier.size() > TREES_KEPT) {
            earlier.remove(random.nextInt(earlier.size()));
        }
        if (!isUnclear) {
            model = looks.look(possible, changed);
        }
    }

    private static boolean areOneByOne(List<Operation> operations) {
        return operations.stream().allMatch(operation -> operation.manner().isOneByOne());
    }

    /** All happens at once for the server, however slow the machine is. */
    private List<Model> frozen(List<Operation> operations) throws Exception {
        server.freeze();
        try {
            run(operations);
            looks.mark();
        } finally {
            server.thaw();
        }
        return List.of(model.seeingAll(operations));
    }

    private List<Model> polled(List<Operation> operations) throws Exception {
        try (Poller poller = new Poller(server)) {
            Set<Operation> slow = run(operations);
            looks.mark();
            looks.awaitAll();
            poller.expectOnce(steady(operations, slow));
            isUnclear = slow.stream().anyMatch(operation -> !operation.manner().isOneByOne());
            return possible(operations, slow);
        }
    }

    /** An operation that takes longer than files take to settle may have been seen in parts, or not. */
    private List<Model> possible(List<Operation> operations, Set<Operation> slow) {
        Set<Model> possible = new LinkedHashSet<>(Set.of(model));
        for (Operation operation : operations) {
            Set<Model> next = new LinkedHashSet<>();
            for (Model before : possible) {
                next.add(before.seeingAll(List.of(operation)));
                if (slow.contains(operation) && possible.size() < MOST_POSSIBLE) {
                    next.add(before.seeingEachStep(List.of(operation)));
                }
            }
            possible = next;
        }
        return List.copyOf(possible);
    }

    /** Kills the server so many milliseconds after the operations begin, or when they have ended. */
    private void killed(List<Operation> operations, int after) throws Exception {
        Thread killer = new Thread(() -> {
            try {
                Thread.sleep(after);
                server.kill();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        killer.start();
        run(operations);
        killer.join();
        looks.mark();
        looks.isKilled();
        server.start(title(0));
    }

    /** Those that took so long that the server may have seen a part of them. */
    private Set<Operation> run(List<Operation> operations) throws IOException, InterruptedException {
        Set<Operation> slow = new HashSet<>();
        long begin = System.nanoTime();
        for (Operation operation : operations) {
            long start = System.nanoTime();
            disk.run(operation);
            if (System.nanoTime() - start >= SETTLE_TIME.toNanos()) {
                slow.add(operation);
                told.add("    slow was " + operation.kind());
            }
        }
        if (System.nanoTime() - begin >= PATIENCE.toNanos()) {
            slow.addAll(operations);
            told.add("    slow was all of it");
        }
        return slow;
    }

    /** Birds that have one visible article, always the same, after each operation, and within each too that was slow. */
    private Set<String> steady(List<Operation> operations, Set<Operation> slow) {
        Instant now = Instant.now();
        Model seen = model;
        Map<String, Integer> steady = new HashMap<>(seen.single(now));
        for (Operation operation : operations) {
            boolean isSlow = slow.contains(operation);
            if (isSlow && !operation.manner().isOneByOne()) {
                return Set.of();
            }
            List<List<Step>> moments =
                    isSlow ? operation.steps().stream().map(List::of).toList() : List.of(operation.steps());
            for (List<Step> moment : moments) {
                seen = seen.seeing(seen.tree().after(moment));
                steady.entrySet().retainAll(seen.single(now).entrySet());
            }
        }
        return steady.keySet();
    }

    private @Nullable Operation choose(Random random, int round, int place, List<Operation> before, Mode mode) {
        for (int tries = 0; tries < 60; tries++) {
            Kind kind = plan.kind(random);
            Model now = model.seeingAll(before);
            Operation operation = new Operations(random, round * 1_000 + place * 10, now, earlier).think(kind);
            if (operation != null) {
                List<Operation> all = new ArrayList<>(before);
                all.add(operation);
                if (Choice.isFit(model, all, mode == Mode.RUNNING, mode == Mode.KILLED)) {
                    return operation;
                }
            }
        }
        return null;
    }

    private Random random(int round, int place) {
        return new Random((plan.seed() * 1_000_003 + round) * 1_009 + place);
    }

    private static String title(int variant) {
        return variant == 0 ? "Birds" : "Birds and others";
    }

    private String report(Throwable fault) {
        return plan.told() + " failed after " + done + " operations: " + fault.getMessage() + "\n"
                + String.join("\n", told.subList(Math.max(0, told.size() - ROUNDS_TOLD), told.size()))
                + "\nin the folder: " + model.tree().posts().keySet()
                + "\nthe server said: " + server.said();
    }

    @Override
    public void close() {
        server.close();
    }
}
