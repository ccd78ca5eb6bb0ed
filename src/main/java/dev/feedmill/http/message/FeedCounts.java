package dev.feedmill.http.message;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** How often something was answered with which status. Threads may share it. */
public final class FeedCounts {
    /** What is told apart; every other status is one more. */
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

    /** In the order of {@link #STATUSES}, all others last. */
    public long[] sums() {
        return counts.stream()
                .flatMapToLong(adder -> LongStream.of(adder.sum()))
                .toArray();
    }
}
