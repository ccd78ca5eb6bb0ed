package dev.feedmill.folder;

import dev.feedmill.library.Library;
import dev.feedmill.library.identity.Arrival;
import dev.feedmill.library.identity.FileReading;
import dev.feedmill.library.identity.FolderChange;
import dev.feedmill.library.identity.Identities;
import dev.feedmill.library.identity.Presence;
import dev.feedmill.library.table.FileRow;
import dev.feedmill.library.table.FileStamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Stores files as articles, and removes missing files from the library. */
public final class ScanPipeline {
    private final ReadAhead ahead;
    private final Library library;
    private final Function<FileRow, Presence> presence;

    /** Creates a pipeline; {@code presence} returns what the folder now holds at the path of a known file. */
    public ScanPipeline(ReadAhead ahead, Library library, Function<FileRow, Presence> presence) {
        this.ahead = ahead;
        this.library = library;
        this.presence = presence;
    }

    /**
     * New or changed files, and missing files.
     *
     * @param mayWait paths of files that may wait until a copy can be distinguished from half of a move
     * @param moves whether a file can be an article that the library knows from another path
     */
    record Work(SortedMap<String, FileStamp> files, Collection<FileRow> missing, Set<String> mayWait, boolean moves) {}

    /**
     * What was not stored.
     *
     * @param unread files that are gone or no longer match their stamps
     * @param waiting files that cannot be identified yet, and missing files whose articles they may be
     * @param failing files that could not be read for a temporary reason
     */
    record Unfinished(Set<String> unread, Set<String> waiting, Set<String> failing) {}

    /** Does the work; {@code progress} receives the number of files done. */
    Unfinished run(Work work, LongConsumer progress) throws InterruptedException {
        Run run = new Run(work, progress);
        if (work.moves() || work.files().size() <= ReadAhead.BATCH) {
            run.identifyTogether();
        } else {
            ahead.read(work.files(), batch -> run.store(batch, run.identify(arrivals(batch), bodies(batch))));
        }
        return new Unfinished(run.unread, run.waiting, run.failing);
    }

    private static List<Arrival> arrivals(List<FileReading> batch) {
        return batch.stream().map(Arrival::of).toList();
    }

    private static Function<Arrival, @Nullable String> bodies(List<FileReading> batch) {
        return arrival -> batch.stream()
                .filter(reading -> reading.path().equals(arrival.path()))
                .findFirst()
                .map(FileReading::body)
                .orElse(null);
    }

    private final class Run {
        private final Work work;
        private final LongConsumer progress;
        private final Set<String> unread;
        private final Set<String> waiting = new TreeSet<>();
        private final Set<String> failing = new TreeSet<>();
        private long done;

        Run(Work work, LongConsumer progress) {
            this.work = work;
            this.progress = progress;
            this.unread = new TreeSet<>(work.files().keySet());
        }

        void identifyTogether() throws InterruptedException {
            List<List<FileReading>> first = new ArrayList<>();
            Map<String, Arrival> arrivals = new TreeMap<>();
            ahead.read(work.files(), batch -> {
                arrivals(batch).forEach(arrival -> arrivals.put(arrival.path(), arrival));
                if (arrivals.size() == batch.size()) {
                    first.add(batch);
                }
            });
            boolean whole = first.isEmpty() || first.get(0).size() == arrivals.size();
            Identities identities =
                    identify(arrivals.values(), whole && !first.isEmpty() ? bodies(first.get(0)) : this::readBody);
            if (whole) {
                first.forEach(batch -> store(batch, identities));
            } else {
                // Not all texts fit into memory, so the files are read again.
                first.clear();
                ahead.read(work.files(), batch -> store(unchanged(batch, arrivals), identities));
            }
            List<FileRow> gone = work.missing().stream()
                    .filter(row -> !identities.claimed(row.article()) && !identities.isAwaited(row.article()))
                    .toList();
            work.missing().stream()
                    .filter(row -> identities.isAwaited(row.article()))
                    .forEach(row -> waiting.add(row.path()));
            if (!gone.isEmpty()) {
                library.writer().remove(gone);
            }
        }

        Identities identify(Collection<Arrival> arrivals, Function<Arrival, @Nullable String> body) {
            FolderChange change =
                    new FolderChange(List.copyOf(arrivals), work.missing(), work.mayWait(), presence, body);
            return library.files().resolve(change);
        }

        void store(List<FileReading> batch, Identities identities) {
            List<FileReading> known = batch.stream()
                    .filter(reading -> !identities.isWaiting(reading.path()))
                    .toList();
            if (!known.isEmpty()) {
                library.writer().store(known, identities);
            }
            batch.forEach(reading -> {
                unread.remove(reading.path());
                if (reading.passing()) {
                    failing.add(reading.path());
                }
                if (identities.isWaiting(reading.path())) {
                    waiting.add(reading.path());
                }
            });
            done += batch.size();
            progress.accept(done);
        }

        private @Nullable String readBody(Arrival arrival) {
            FileStamp stamp = work.files().getOrDefault(arrival.path(), FileStamp.UNKNOWN);
            return ahead.one(arrival.path(), stamp).map(FileReading::body).orElse(null);
        }

        private static List<FileReading> unchanged(List<FileReading> batch, Map<String, Arrival> arrivals) {
            return batch.stream()
                    .filter(reading -> {
                        Arrival arrival = arrivals.get(reading.path());
                        return arrival != null && arrival.digest().equals(reading.digest());
                    })
                    .toList();
        }
    }
}
