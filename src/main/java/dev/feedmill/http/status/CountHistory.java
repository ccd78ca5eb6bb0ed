package dev.feedmill.http.status;

import dev.feedmill.http.message.FeedCounts;
import dev.feedmill.pages.StatusView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** How feeds were answered in each of the last minutes, by status. */
public final class CountHistory implements AutoCloseable {
    /** How many minutes are kept. */
    static final int MINUTES = StatusView.MINUTES;

    private final ResponseCounts counts;
    private final Deque<long[]> sums = new ArrayDeque<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread named = new Thread(task, "count-history");
        named.setDaemon(true);
        return named;
    });

    public CountHistory(ResponseCounts counts) {
        this.counts = counts;
        sums.add(counts.allFeeds());
    }

    public void start() {
        ScheduledFuture<?> unused = thread.scheduleAtFixedRate(this::minute, 1, 1, TimeUnit.MINUTES);
    }

    /** Called at the end of each minute. */
    synchronized void minute() {
        sums.add(counts.allFeeds());
        if (sums.size() > MINUTES + 1) {
            sums.remove();
        }
    }

    /**
     * The number of responses of one status in each minute, oldest first, the current minute last.
     *
     * @param place index in {@link FeedCounts#sums}
     */
    synchronized List<Long> minutes(int place) {
        List<Long> minutes = new ArrayList<>();
        long before = sums.getFirst()[place];
        List<long[]> later = new ArrayList<>(sums).subList(1, sums.size());
        for (long[] sum : later) {
            minutes.add(sum[place] - before);
            before = sum[place];
        }
        minutes.add(counts.allFeeds()[place] - before);
        return minutes.subList(Math.max(0, minutes.size() - MINUTES), minutes.size());
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
