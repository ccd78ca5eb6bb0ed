package dev.feedmill.http.message;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Counts of responses by status. Thread-safe. */
public final class FeedCounts {
    /** Statuses counted separately; all others share one more count. */
    public static final List<Integer> STATUSES = List.of(200, 226, 304, 429);

    private final List<LongAdder> counts =
            Stream.generate(LongAdder::new).limit(STATUSES.size() + 1L).toList();

    public void count(int status) {
        counts.get(place(status)).increment();
    }

    private static int place(int status) {
        return switch (status) {
            case 200 -> 0;
            case 226 -> 1;
            case 304 -> 2;
            case 429 -> 3;
            default -> STATUSES.size();
        };
    }

    /** The counts in the order of {@link #STATUSES}, all others last. */
    public long[] sums() {
        return counts.stream()
                .flatMapToLong(adder -> LongStream.of(adder.sum()))
                .toArray();
    }
}
