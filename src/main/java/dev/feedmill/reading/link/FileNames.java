package dev.feedmill.reading.link;

import dev.feedmill.article.FolderPath;
import dev.feedmill.dialect.address.FileDate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Paths of the files of a folder by the names of the files alone. Threads may share it. */
public final class FileNames {
    /** More files are not told apart by their names alone. */
    private static final int MOST_FILES = 500_000;

    private final Path folder;

    /** Sorted lists by the name in lower case, with and without its ending; null until somebody asks. */
    private volatile @Nullable Map<String, List<String>> paths;

    FileNames(Path folder) {
        this.folder = folder;
    }

    /** Paths of files of this name, in any case, its ending left out or not, in order; some may be gone. */
    List<String> named(String name) {
        return paths().getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /** All paths. */
    Stream<String> all() {
        return paths().values().stream().flatMap(List::stream).distinct();
    }

    /** What the file at a path is looked for by: its name in lower case, with and without its ending and its date. */
    public static Set<String> names(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        Set<String> names = new TreeSet<>(Set.of(name));
        if (dot > 0) {
            String stem = name.substring(0, dot);
            names.add(stem);
            names.add(FileDate.without(stem));
        }
        return names;
    }

    /** Takes note of something that came to a path, or went. */
    public synchronized void changed(String path) {
        Map<String, List<String>> known = paths;
        Path file = FolderPath.file(folder, path);
        if (known == null) {
            return;
        }
        if (Files.isRegularFile(file)) {
            names(path).forEach(name -> known.merge(name, List.of(path), FileNames::with));
        } else if (Files.isDirectory(file)) {
            // What lies below is found when somebody asks.
            paths = null;
        } else {
            names(path).forEach(name -> known.computeIfPresent(name, (key, all) -> without(all, path::equals)));
            known.replaceAll((name, all) -> without(all, each -> each.startsWith(path + "/")));
        }
    }

    /** Forgets all, since nobody knows what came or went. */
    public void forget() {
        paths = null;
    }

    private static List<String> with(List<String> all, List<String> more) {
        return Stream.concat(all.stream(), more.stream()).distinct().sorted().toList();
    }

    private static List<String> without(List<String> all, Predicate<String> gone) {
        return all.stream().noneMatch(gone)
                ? all
                : all.stream().filter(gone.negate()).toList();
    }

    private Map<String, List<String>> paths() {
        Map<String, List<String>> known = paths;
        return known == null ? walked() : known;
    }

    private synchronized Map<String, List<String>> walked() {
        Map<String, List<String>> known = paths;
        if (known == null) {
            Map<String, List<String>> all = walk();
            all.values().forEach(list -> list.sort(null));
            known = new ConcurrentHashMap<>(all);
            paths = known;
        }
        return known;
    }

    private Map<String, List<String>> walk() {
        Map<String, List<String>> all = new HashMap<>();
        int[] files = {0};
        try {
            Files.walkFileTree(
                    folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                            String name = String.valueOf(path.getFileName());
                            boolean hidden =
                                    !path.equals(folder) && (name.startsWith(".") || name.equals("node_modules"));
                            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                            String name = FolderPath.name(folder, path);
                            names(name)
                                    .forEach(each -> all.computeIfAbsent(each, key -> new ArrayList<>())
                                            .add(name));
                            return ++files[0] < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path path, IOException fault) {
                            // The scan says what cannot be read.
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
