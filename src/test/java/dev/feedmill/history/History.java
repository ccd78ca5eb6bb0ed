package dev.feedmill.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** One history: rounds of operations, and a look at everything after each. */
final class History implements AutoCloseable {
    static final Duration SETTLE_TIME = Duration.ofMillis(60);
    /** How long a missing file is waited for where the folder never is quiet. */
    private static final Duration TIMEOUT = SETTLE_TIME.multipliedBy(10);

    private static final int MAX_POSSIBLE = 16;
    /** One round out of this number is polled without a pause, which takes all of a small machine. */
    private static final int POLLED = 3;

    private final Rounds rounds;
    private final Path articles;
    private final Server server;
    private final Disk disk;
    private final Looks looks;
    private Model model = Model.EMPTY;
    /** Whether the machine was so slow that nobody can tell what the server saw of a pull or copy while it went on. */
    private boolean isUnclear;

    /**
     * @param folder an empty one
     * @param data where the library is kept
     * @param several whether three servers share it
     */
    History(Plan plan, Path folder, String data, boolean several) throws IOException {
        this.rounds = new Rounds(plan);
        this.articles = Files.createDirectories(folder.resolve("articles"));
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Map<String, String> settings = Map.of(
                "FEEDMILL_ARTICLES_SETTLE_TIME",
                SETTLE_TIME.toMillis() + "ms",
                "FEEDMILL_FEEDS_ITEMS",
                Integer.toString(Looks.WINDOW),
                "FEEDMILL_SERVER_UNCONDITIONAL_GETS",
                "0");
        this.server = several ? new ThreeServers(articles, data, settings) : new OneServer(articles, data, settings);
        this.disk = new Disk(articles, elsewhere, new Commands(articles, elsewhere));
        this.looks = new Looks(server, disk);
    }

    /** Runs to the end, to the first fault, or to where a slow machine makes it unclear what must be. */
    void run() throws Exception {
        try {
            begin();
            while (!rounds.isOver() && !isUnclear) {
                play(rounds.next(model));
            }
        } catch (AssertionError | RuntimeException fault) {
            throw new AssertionError(
                    rounds.report(fault) + "\nin the folder: "
                            + model.tree().posts().keySet() + "\nthe server said: " + server.said(),
                    fault);
        }
    }

    /** How many operations it had. */
    int done() {
        return rounds.done();
    }

    /** How often the server was killed. */
    int kills() {
        return rounds.kills();
    }

    private void begin() throws Exception {
        List<Operation> first = rounds.first();
        for (Operation operation : first) {
            disk.run(operation);
        }
        model = model.seeingAll(first);
        looks.mark();
        server.start(title(0));
        looks.look(List.of(model), Set.of());
    }

    private void play(Rounds.Round round) throws Exception {
        List<Operation> operations = round.operations();
        Random random = round.random();
        if (operations.isEmpty() && round.mode() == Rounds.Mode.RUNNING) {
            return;
        }
        List<Model> possible = switch (round.mode()) {
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
                killed(operations, random.nextInt(150));
                yield List.of(model.seeingAll(operations));
            }
        };
        Set<String> changed = operations.stream()
                .flatMap(operation -> operation.steps().stream())
                .filter(Step.Write.class::isInstance)
                .map(step -> ((Step.Write) step).post().words().bird())
                .collect(Collectors.toSet());
        rounds.keep(round, model.tree());
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
                if (slow.contains(operation) && possible.size() < MAX_POSSIBLE) {
                    next.add(before.seeingEachStep(List.of(operation)));
                }
            }
            possible = next;
        }
        return List.copyOf(possible);
    }

    /** Kills the server this number of milliseconds after the operations begin, or when they have ended. */
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
                rounds.note("slow was " + operation.kind());
            }
        }
        if (System.nanoTime() - begin >= TIMEOUT.toNanos()) {
            slow.addAll(operations);
            rounds.note("slow was all of it");
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

    private static String title(int variant) {
        return variant == 0 ? "Birds" : "Birds and others";
    }

    @Override
    public void close() {
        server.close();
    }
}
