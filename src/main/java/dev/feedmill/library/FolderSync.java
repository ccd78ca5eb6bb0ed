package dev.feedmill.library;

import dev.feedmill.problem.Location;
import dev.feedmill.problem.Problem;
import dev.feedmill.reading.ArticleReader;
import dev.feedmill.reading.FolderPath;
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
import org.jspecify.annotations.Nullable;

/** Makes the library equal to the folder: the whole of it, or where something was heard. For one thread. */
final class FolderSync {
    private static final int ROUNDS = 3;

    private final Path root;
    private final String reader;
    private final Library library;
    private final Scan scan;
    private final Duration settleTime;
    private final InstantSource clock;

    FolderSync(Path root, ArticleReader reader, Library library, Scan scan, Duration settleTime, InstantSource clock) {
        this.root = root;
        this.reader = reader.fingerprint();
        this.library = library;
        this.scan = scan;
        this.settleTime = settleTime;
        this.clock = clock;
    }

    /** Hears of what was written to until now. */
    interface Hearing {
        Predicate<Path> now() throws InterruptedException;
    }

    /** What came of comparing the whole: whether it could be, problems of folders, and files that are being written. */
    record Outcome(boolean complete, List<Problem> problems, Set<Path> unsettled) {}

    /** Which folder stands under the path now; null where there is none. */
    @Nullable
    String identity() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(root, BasicFileAttributes.class);
            return attributes.isDirectory() ? Objects.toString(attributes.fileKey(), "folder") : null;
        } catch (IOException e) {
            return null;
        }
    }

    /**
     * Compares everything.
     *
     * @param folders is told each folder before its content is listed
     * @param open asked once all is listed, says of a file whether somebody is writing to it, so that it is not read
     */
    Outcome all(Consumer<Path> folders, Hearing open, Consumer<ScanProgress> progress) throws InterruptedException {
        String identity = identity();
        if (identity == null) {
            return incomplete("the articles folder must be there; what was known of it is kept");
        }
        FolderView view = FolderView.of(root, root, folders);
        if (view.isUnseen("")) {
            return new Outcome(false, view.problems(), Set.of());
        }
        Map<String, Stamp> known = library.database().read(FileTable::stamps);
        if (view.files().isEmpty() && !known.isEmpty() && !identity.equals(lastFolder())) {
            return incomplete("the articles folder is another one and empty; what was known of it is kept");
        }
        Set<Path> unsettled = settle(view);
        boolean sameReader = reader.equals(lastReader());
        SortedMap<String, Stamp> changed = new TreeMap<>();
        view.files().forEach((path, stamp) -> {
            if (!sameReader || !stamp.equals(known.get(path))) {
                changed.put(path, stamp);
            }
        });
        unsettled.forEach(path -> changed.remove(FolderView.name(root, path)));
        Predicate<Path> isOpen = open.now();
        changed.keySet().removeIf(path -> isOpen.test(FolderPath.file(root, path)));
        List<String> gone = known.keySet().stream()
                .filter(path -> !view.files().containsKey(path) && !view.isUnseen(path))
                .toList();
        long total = changed.size();
        scan.run(changed, rows(gone), done -> progress.accept(new ScanProgress(done, total)))
                .forEach(path -> unsettled.add(FolderPath.file(root, path)));
        library.writer().completed(reader, identity);
        return new Outcome(true, view.problems(), unsettled);
    }

    /** Compares what is at these paths, files or folders; those that are being written are returned. */
    Set<Path> some(Set<Path> paths) throws InterruptedException {
        SortedMap<String, Stamp> files = new TreeMap<>();
        Set<String> gone = new TreeSet<>();
        for (Path path : paths) {
            String name = FolderView.name(root, path);
            Stamp stamp = Settling.look(path);
            if (Files.isDirectory(path)
                    || (stamp.equals(Settling.ABSENT) && rows(List.of(name)).isEmpty())) {
                library.database().read(handle -> FileTable.below(handle, name)).stream()
                        .filter(below ->
                                Settling.look(FolderPath.file(root, below)).equals(Settling.ABSENT))
                        .forEach(gone::add);
            } else if (stamp.equals(Settling.ABSENT)) {
                gone.add(name);
            } else if (ArticleReader.isArticle(name)) {
                files.put(name, stamp);
            }
        }
        SortedMap<String, Stamp> fresh = new TreeMap<>(files);
        for (FileRow row : rows(files.keySet())) {
            fresh.remove(row.path());
            files.remove(row.path(), row.stamp());
        }
        fresh.values().forEach(stamp -> gone.addAll(movedAway(stamp)));
        Set<Path> unsettled = new TreeSet<>();
        if (!files.isEmpty() || !gone.isEmpty()) {
            scan.run(files, rows(gone), done -> {}).forEach(path -> unsettled.add(FolderPath.file(root, path)));
        }
        return unsettled;
    }

    /** Where a new file may come from: its old path may be heard of later, and it must keep its id. */
    private List<String> movedAway(Stamp stamp) {
        return library.database().read(handle -> FileTable.paths(handle, stamp)).stream()
                .filter(path -> Settling.look(FolderPath.file(root, path)).equals(Settling.ABSENT))
                .toList();
    }

    private static Outcome incomplete(String message) {
        Problem problem = new Problem(Location.of("."), Problem.Kind.UNREADABLE, message);
        return new Outcome(false, List.of(problem), Set.of());
    }

    private Collection<FileRow> rows(Collection<String> paths) {
        return library.database().read(handle -> {
            FileTable files = new FileTable(handle);
            files.load(paths);
            return files.all();
        });
    }

    private @Nullable String lastReader() {
        return library.database().read(handle -> Meta.get(handle, Meta.READER)).orElse(null);
    }

    private @Nullable String lastFolder() {
        return library.database().read(handle -> Meta.get(handle, Meta.FOLDER)).orElse(null);
    }

    /** Waits for files that were written just now; those that do not come to rest are returned. */
    private Set<Path> settle(FolderView view) throws InterruptedException {
        List<String> moving = view.files().entrySet().stream()
                .filter(file -> isFresh(file.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        for (int round = 0; !moving.isEmpty() && round < ROUNDS; round++) {
            Thread.sleep(settleTime.toMillis());
            List<String> still = new ArrayList<>();
            for (String path : moving) {
                Stamp now = Settling.look(FolderPath.file(root, path));
                if (!now.equals(view.files().get(path))) {
                    view.files().put(path, now);
                    still.add(path);
                }
            }
            moving = still;
        }
        Set<Path> unsettled = new TreeSet<>();
        moving.forEach(path -> unsettled.add(FolderPath.file(root, path)));
        return unsettled;
    }

    private boolean isFresh(Stamp stamp) {
        return Duration.between(stamp.time(), clock.instant()).abs().compareTo(settleTime) < 0;
    }
}
