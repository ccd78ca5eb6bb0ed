package dev.feedmill.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Chooses the operations of each round of a history, and records them for the report. */
final class Rounds {
    private static final int FIRST_POSTS = 14;
    private static final int TREES_KEPT = 8;
    private static final int ROUNDS_REPORTED = Integer.getInteger("history.reported", 15);
    private static final int MAX_TRIES = 60;

    private final Plan plan;
    private final List<Tree> earlier = new ArrayList<>();
    private final List<String> report = new ArrayList<>();
    private int round;
    private int done;
    private int kills;

    Rounds(Plan plan) {
        this.plan = plan;
    }

    /** Whether the server runs while a round goes on. */
    enum Mode {
        RUNNING,
        RESTARTED,
        KILLED
    }

    /** Some operations, and the random numbers that decide how they are done. */
    record Round(Mode mode, List<Operation> operations, Random random) {}

    /** Operations that create the first posts, before the first look. */
    List<Operation> first() {
        List<Operation> first = new ArrayList<>();
        for (int i = 0; i < FIRST_POSTS; i++) {
            Kind kind = i % 5 == 0 ? Kind.ADD_DECLARED : Kind.ADD;
            Operation operation = new Operations(random(0, i), i, Model.EMPTY.seeingAll(first), earlier).think(kind);
            if (operation != null) {
                List<Operation> all = new ArrayList<>(first);
                all.add(operation);
                if (Claims.isClear(List.of(), Model.EMPTY.after(all))) {
                    first.add(operation);
                }
            }
        }
        return first;
    }

    boolean isOver() {
        return done >= plan.operations();
    }

    /** Number of operations so far. */
    int done() {
        return done;
    }

    /** Number of kills so far. */
    int kills() {
        return kills;
    }

    /** Chooses the next round, for the present folder. */
    Round next(Model model) {
        round++;
        Random random = random(round, 0);
        double lot = random.nextDouble();
        Mode mode = lot < plan.kills() ? Mode.KILLED : lot < plan.kills() * 2 ? Mode.RESTARTED : Mode.RUNNING;
        int size = Math.min(
                plan.together(), Math.min(1 + (int) Math.abs(random.nextGaussian() * 3), plan.operations() - done));
        List<Operation> operations = new ArrayList<>();
        for (int i = 1; i <= size; i++) {
            done++;
            if (!plan.leavesOut(round, i)) {
                Operation next = choose(random(round, i), i, model, operations, mode);
                if (next != null) {
                    operations.add(next);
                }
            }
        }
        if (mode == Mode.KILLED) {
            kills++;
        }
        report.add("round " + round + " " + mode
                + operations.stream()
                        .map(operation -> "\n    " + operation.description())
                        .collect(Collectors.joining()));
        return new Round(mode, operations, random);
    }

    private @Nullable Operation choose(Random random, int place, Model model, List<Operation> before, Mode mode) {
        for (int tries = 0; tries < MAX_TRIES; tries++) {
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

    /** Keeps the state of the folder before a round, so that a later round may restore it. */
    void keep(Round past, Tree before) {
        earlier.add(before);
        if (earlier.size() > TREES_KEPT) {
            earlier.remove(past.random().nextInt(earlier.size()));
        }
    }

    /** Adds a line to the report. */
    void note(String line) {
        report.add("    " + line);
    }

    /** The last rounds, and the options that repeat them. */
    String report(Throwable fault) {
        return plan.options() + " failed after " + done + " operations: " + fault.getMessage() + "\n"
                + String.join("\n", report.subList(Math.max(0, report.size() - ROUNDS_REPORTED), report.size()));
    }

    private Random random(int at, int place) {
        return new Random((plan.seed() * 1_000_003 + at) * 1_009 + place);
    }
}
