package dev.feedmill.history;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which history to run.
 *
 * @param together at most so many are done before a look
 * @param kills the share of rounds in which the server is killed; in as many it is stopped and started
 * @param kinds of operations; one given twice comes twice as often
 * @param leftOut operations not to do, as {@code round.place}; all others stay what they are
 */
record Plan(long seed, int operations, int together, double kills, List<Kind> kinds, Set<String> leftOut) {
    /** Every kind that this machine has the programs for, as often as it wants. */
    static List<Kind> allKinds() {
        return Stream.of(Kind.values())
                .filter(kind ->
                        (kind != Kind.RSYNC_WITH_TIMES && kind != Kind.RSYNC_BY_CHECKSUM) || Commands.isThere("rsync"))
                .filter(kind -> (kind != Kind.PULL && kind != Kind.CHECK_OUT) || Commands.isThere("git"))
                .flatMap(kind -> Stream.generate(() -> kind).limit(kind.weight()))
                .toList();
    }

    Plan without(Set<String> more) {
        return new Plan(seed, operations, together, kills, kinds, more);
    }

    Kind kind(Random random) {
        return kinds.get(random.nextInt(kinds.size()));
    }

    boolean leavesOut(int round, int place) {
        return leftOut.contains(round + "." + place);
    }

    String told() {
        return "-Dhistory.seed=" + seed + " -Dhistory.operations=" + operations
                + " -Dhistory.together=" + together + " -Dhistory.kills=" + kills
                + (leftOut.isEmpty() ? "" : " -Dhistory.without=" + String.join(",", leftOut));
    }
}
