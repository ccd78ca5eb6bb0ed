package dev.feedmill.history;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which history to run.
 *
 * @param together maximum number of operations before a look
 * @param kills share of rounds in which the server is killed, and of those in which it is restarted
 * @param kinds of operations; a kind that is given twice is twice as frequent
 * @param leftOut operations to leave out, as {@code round.place}; all others stay the same
 */
record Plan(long seed, int operations, int together, double kills, List<Kind> kinds, Set<String> leftOut) {
    /** All kinds for which this machine has the programs, each as often as its weight. */
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

    /** The system properties that repeat it. */
    String options() {
        return "-Dhistory.seed=" + seed + " -Dhistory.operations=" + operations
                + " -Dhistory.together=" + together + " -Dhistory.kills=" + kills
                + (leftOut.isEmpty() ? "" : " -Dhistory.without=" + String.join(",", leftOut));
    }
}
