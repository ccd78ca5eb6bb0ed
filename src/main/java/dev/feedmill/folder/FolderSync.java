package dev.feedmill.folder;

import dev.feedmill.article.FolderPath;
import dev.feedmill.library.Library;
import dev.feedmill.library.table.FileRow;
import dev.feedmill.library.table.FileStamp;
import dev.feedmill.problem.Location;
import dev.feedmill.problem.Problem;
import dev.feedmill.reading.ArticleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the library equal to the folder: the whole folder, or the paths of events. For one thread. */
public final class FolderSync {
    private final Path root;
    private final ArticleReader reader;
    private final String fingerprint;
    private final Library library;
    private final ScanPipeline pipeline;
    private final PathInspector paths;
    private final MountPoints mounts;
    private final AffectedFiles affected;

    public FolderSync(
            Path root,
            ArticleReader reader,
            Library library,
            ScanPipeline pipeline,
            Duration settleTime,
            InstantSource clock) {
        this.root = root;
        this.reader = reader;
        this.fingerprint = reader.fingerprint();
        this.library = library;
        this.pipeline = pipeline;
        this.paths = new PathInspector(root, reader, library, settleTime, clock);
        this.mounts = new MountPoints(root);
        this.affected = new AffectedFiles(root, reader, library);
    }

    /** Supplies pending file events. */
    public interface PendingEvents {
        /**
         * State after the events so far; null if all must be listed again later because a configuration is changing.
         */
        @Nullable
        State state() throws InterruptedException;

        /**
         * State of the folder according to events.
         *
         * @param open whether a file is being written, so that it must not be read
         * @param quiet whether nothing happens in the folder, so that a missing file is certainly gone
         */
        record State(Predicate<Path> open, boolean quiet) {}
    }

    /**
     * The result of a scan.
     *
     * @param complete whether the scan succeeded
     * @param changed whether it found any change
     * @param problems of folders
     * @param unread messages about texts that are not read
     * @param unsettled files that are being written
     * @param waiting files that are missing or ambiguous until the folder is quiet
     * @param failing files that could not be read for a temporary reason
     */
    public record Outcome(
            boolean complete,
            boolean changed,
            List<Problem> problems,
            List<Problem> unread,
            Set<Path> unsettled,
            Set<Path> waiting,
            Set<Path> failing) {
        List<Problem> allProblems() {
            return Stream.concat(problems.stream(), unread.stream()).toList();
        }
    }

    /** Identity of the folder that is now at the path; null if there is none. */
    @Nullable
    String identity() {
        return identity(root);
    }

    static @Nullable String identity(Path root) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(root, BasicFileAttributes.class);
            return attributes.isDirectory() ? Objects.toString(attributes.fileKey(), "folder") : null;
        } catch (IOException e) {
            return null;
        }
    }

    /**
     * Scans the whole folder; returns null if a configuration changes meanwhile.
     *
     * @param folders receives each folder before its content is listed
     * @param pending called after everything is listed
     */
    @Nullable
    public Outcome scan(Consumer<Path> folders, PendingEvents pending, Consumer<ScanProgress> progress)
            throws InterruptedException {
        String identity = identity();
        if (identity == null) {
            return incomplete("the articles folder must be there; what was known of it is kept");
        }
        reader.forgetFiles();
        FolderListing listing = FolderListing.of(root, root, reader::isArticle, reader::isUnreadText, folders);
        if (listing.isUnseen("")) {
            return new Outcome(false, false, listing.problems(), List.of(), Set.of(), Set.of(), Set.of());
        }
        Map<String, FileStamp> known = library.files().stamps();
        if (listing.files().isEmpty()
                && !known.isEmpty()
                && library.files().folder().filter(identity::equals).isEmpty()) {
            return incomplete("the articles folder is another one and empty; what was known of it is kept");
        }
        Set<String> lost = mounts.missing(library.files().mounts());
        lost.forEach(listing::unmounted);
        Set<Path> unsettled = paths.settle(listing);
        boolean sameReader =
                library.files().reader().filter(fingerprint::equals).isPresent();
        SortedMap<String, FileStamp> changed = new TreeMap<>(NaturalOrder.OF_PATHS);
        listing.files().forEach((path, stamp) -> {
            if (!sameReader || !stamp.equals(known.get(path))) {
                changed.put(path, stamp);
            }
        });
        unsettled.forEach(path -> changed.remove(FolderListing.name(root, path)));
        PendingEvents.State events = pending.state();
        if (events == null) {
            return null;
        }
        changed.keySet().removeIf(path -> events.open().test(FolderPath.file(root, path)));
        List<String> gone = known.keySet().stream()
                .filter(path -> !listing.files().containsKey(path) && !listing.isUnseen(path))
                .filter(path -> paths.isExcluded(path)
                        || WriteDebouncer.look(FolderPath.file(root, path)).equals(WriteDebouncer.ABSENT))
                .toList();
        List<String> again = new ArrayList<>(affected.outdated());
        if (sameReader || reader.knowsPages()) {
            again.addAll(affected.ownersOfArticles(
                    Stream.concat(changed.keySet().stream(), gone.stream()).toList()));
        }
        again.removeIf(path ->
                unsettled.contains(FolderPath.file(root, path)) || events.open().test(FolderPath.file(root, path)));
        again.forEach(path -> changed.computeIfAbsent(path, listing.files()::get));
        boolean quiet = events.quiet() && unsettled.isEmpty();
        List<FileRow> missing = quiet ? missing(gone) : List.of();
        boolean moves = !missing.isEmpty()
                || changed.entrySet().stream().anyMatch(file -> moved(known.get(file.getKey()), file.getValue()));
        Set<String> mayWait = quiet ? Set.of() : Set.copyOf(changed.keySet());
        long total = changed.size();
        ScanPipeline.Unfinished left = pipeline.run(
                new ScanPipeline.Work(changed, missing, mayWait, moves),
                done -> progress.accept(new ScanProgress(done, total)));
        library.writer().recordScan(fingerprint, identity);
        lost.addAll(mounts.now());
        if (!lost.equals(library.files().mounts())) {
            library.writer().recordMounts(lost);
        }
        left.unread().forEach(path -> unsettled.add(FolderPath.file(root, path)));
        Set<Path> waiting = files(left.waiting());
        if (!quiet) {
            waiting.addAll(files(gone));
        }
        return new Outcome(
                true,
                !changed.isEmpty() || !gone.isEmpty(),
                listing.problems(),
                listing.unread().problems(),
                unsettled,
                waiting,
                files(left.failing()));
    }

    private static boolean moved(@Nullable FileStamp known, FileStamp now) {
        return known != null && !known.equals(now);
    }

    /** Known files at these paths, and articles whose path another article has taken. */
    private List<FileRow> missing(List<String> gone) {
        List<FileRow> missing = new ArrayList<>(rows(gone));
        missing.addAll(library.files().displaced());
        return missing;
    }

    /**
     * What a comparison of single paths leaves to do.
     *
     * @param compared the given paths, and those of articles that were read because of them or are gone
     * @param unsettled files to look at again
     * @param waiting files that wait until the folder is quiet
     * @param failing files that could not be read for a temporary reason
     * @param doubtful whether the existence of some known files is uncertain
     */
    public record Unfinished(
            Set<String> compared, Set<Path> unsettled, Set<Path> waiting, Set<Path> failing, boolean doubtful) {}

    /** Compares what is at these paths, files or folders, with the library. */
    public Unfinished compare(WriteDebouncer.Due due) throws InterruptedException {
        SortedMap<String, FileStamp> files = new TreeMap<>(NaturalOrder.OF_PATHS);
        Set<String> gone = new TreeSet<>();
        Set<String> leaving = new TreeSet<>();
        boolean doubtful = false;
        for (Path path : affected.withSiblings(due.waited())) {
            doubtful |= paths.look(path, files, gone);
        }
        Set<String> decided = Set.copyOf(files.keySet());
        for (Path path : affected.withSiblings(due.settled())) {
            doubtful |= paths.look(path, files, leaving);
        }
        leaving.removeAll(gone);
        doubtful |= keepUnmounted(gone);
        doubtful |= keepUnmounted(leaving);
        rows(files.keySet()).forEach(row -> files.remove(row.path(), row.stamp()));
        affected.addIncluders(due.settled(), files);
        affected.addIncluders(due.waited(), files);
        Set<String> again = affected.ownersOfFiles(Stream.concat(due.settled().stream(), due.waited().stream()));
        again.addAll(affected.ownersOfArticles(
                Stream.concat(files.keySet().stream(), gone.stream()).toList()));
        for (String article : again) {
            FileStamp stamp = WriteDebouncer.look(FolderPath.file(root, article));
            if (!stamp.equals(WriteDebouncer.ABSENT) && !stamp.equals(FileStamp.UNKNOWN)) {
                files.putIfAbsent(article, stamp);
            }
        }
        Set<String> mayWait = new TreeSet<>(files.keySet());
        mayWait.removeAll(decided);
        Set<String> compared = new TreeSet<>(files.keySet());
        compared.addAll(gone);
        Stream.concat(due.settled().stream(), due.waited().stream())
                .forEach(path -> compared.add(FolderListing.name(root, path)));
        ScanPipeline.Unfinished left =
                pipeline.run(new ScanPipeline.Work(files, rows(gone), mayWait, true), done -> {});
        Set<Path> waiting = files(left.waiting());
        waiting.addAll(files(leaving));
        return new Unfinished(compared, files(left.unread()), waiting, files(left.failing()), doubtful);
    }

    /** Removes from {@code gone} what lies below an unmounted folder; returns whether there was any. */
    private boolean keepUnmounted(Set<String> gone) {
        return !gone.isEmpty()
                && mounts.missing(library.files().mounts()).stream()
                                .filter(name -> gone.removeIf(path -> path.startsWith(name + "/")))
                                .count()
                        > 0;
    }

    private Set<Path> files(Collection<String> paths) {
        Set<Path> files = new TreeSet<>();
        paths.forEach(path -> files.add(FolderPath.file(root, path)));
        return files;
    }

    private static Outcome incomplete(String message) {
        Problem problem = new Problem(Location.of("."), Problem.Kind.UNREADABLE, message);
        return new Outcome(false, false, List.of(problem), List.of(), Set.of(), Set.of(), Set.of());
    }

    private Collection<FileRow> rows(Collection<String> paths) {
        return library.files().at(paths);
    }
}
