package dev.feedmill.folder;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Schedules retries of what failed, with growing intervals; times are those of {@link System#nanoTime}. */
final class Retries<T extends Comparable<T>> {
    private static final long FIRST = Duration.ofSeconds(1).toNanos();

    private final long longest;
    private final Map<T, Try> tries = new HashMap<>();

    /**
     * Creates an empty schedule.
     *
     * @param longest maximum interval between two attempts
     */
    Retries(Duration longest) {
        this.longest = Math.max(FIRST, longest.toNanos());
    }

    private record Try(long at, long pause) {}

    void failed(T what, long now) {
        Try before = tries.get(what);
        long pause = before == null ? FIRST : Math.min(longest, 2 * before.pause());
        tries.put(what, new Try(now + pause, pause));
    }

    /** Drops all entries except those that still fail. */
    void retain(Set<T> failing) {
        tries.keySet().retainAll(failing);
    }

    void succeeded(T what) {
        tries.remove(what);
    }

    /** Entries that are due; each becomes due again after an interval that grows. */
    Set<T> due(long now) {
        Set<T> due = new TreeSet<>();
        tries.replaceAll((what, last) -> {
            if (now - last.at() < 0) {
                return last;
            }
            due.add(what);
            return new Try(now + last.pause(), last.pause());
        });
        return due;
    }

    long untilNext(long now, long max) {
        return tries.values().stream()
                .mapToLong(last -> Math.max(0, last.at() - now))
                .reduce(max, Math::min);
    }
}
