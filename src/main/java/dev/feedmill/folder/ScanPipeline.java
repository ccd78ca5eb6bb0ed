package dev.feedmill.folder;

import dev.feedmill.library.Library;
import dev.feedmill.library.identity.ChangedFile;
import dev.feedmill.library.identity.FileReading;
import dev.feedmill.library.identity.FileState;
import dev.feedmill.library.identity.FolderChange;
import dev.feedmill.library.identity.Identities;
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
    private final Function<FileRow, FileState> state;

    /** Creates a pipeline; {@code state} returns what the folder now holds at the path of a known file. */
    public ScanPipeline(ReadAhead ahead, Library library, Function<FileRow, FileState> state) {
        this.ahead = ahead;
        this.library = library;
        this.state = state;
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
            ahead.read(work.files(), batch -> run.store(batch, run.identify(changedFiles(batch), bodies(batch))));
        }
        return new Unfinished(run.unread, run.waiting, run.failing);
    }

    private static List<ChangedFile> changedFiles(List<FileReading> batch) {
        return batch.stream().map(ChangedFile::of).toList();
    }

    private static Function<ChangedFile, @Nullable String> bodies(List<FileReading> batch) {
        return file -> batch.stream()
                .filter(reading -> reading.path().equals(file.path()))
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
            Map<String, ChangedFile> changedFiles = new TreeMap<>();
            ahead.read(work.files(), batch -> {
                changedFiles(batch).forEach(file -> changedFiles.put(file.path(), file));
                if (changedFiles.size() == batch.size()) {
                    first.add(batch);
                }
            });
            boolean whole = first.isEmpty() || first.get(0).size() == changedFiles.size();
            Identities identities =
                    identify(changedFiles.values(), whole && !first.isEmpty() ? bodies(first.get(0)) : this::readBody);
            if (whole) {
                first.forEach(batch -> store(batch, identities));
            } else {
                // Not all texts fit into memory, so the files are read again.
                first.clear();
                ahead.read(work.files(), batch -> store(unchanged(batch, changedFiles), identities));
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

        Identities identify(Collection<ChangedFile> changedFiles, Function<ChangedFile, @Nullable String> body) {
            FolderChange change =
                    new FolderChange(List.copyOf(changedFiles), work.missing(), work.mayWait(), state, body);
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

        private @Nullable String readBody(ChangedFile file) {
            FileStamp stamp = work.files().getOrDefault(file.path(), FileStamp.UNKNOWN);
            return ahead.one(file.path(), stamp).map(FileReading::body).orElse(null);
        }

        private static List<FileReading> unchanged(List<FileReading> batch, Map<String, ChangedFile> changedFiles) {
            return batch.stream()
                    .filter(reading -> {
                        ChangedFile file = changedFiles.get(reading.path());
                        return file != null && file.digest().equals(reading.digest());
                    })
                    .toList();
        }
    }
}
