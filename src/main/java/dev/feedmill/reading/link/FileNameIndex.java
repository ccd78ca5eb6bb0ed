package dev.feedmill.reading.link;

import dev.feedmill.article.FolderPath;
import dev.feedmill.dialect.address.FileNameDate;
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

/** Index of paths by file name. Thread-safe. */
public final class FileNameIndex {
    /** Above this number of files, lookup by name alone is off. */
    private static final int MAX_FILES = 500_000;

    private final Path folder;

    /** Sorted paths by lower-case name, with and without ending; null until the first lookup. */
    private volatile @Nullable Map<String, List<String>> paths;

    FileNameIndex(Path folder) {
        this.folder = folder;
    }

    /**
     * Returns paths of files with this name, ignoring case, with or without its ending, in order; some may no longer
     * exist.
     */
    List<String> byName(String name) {
        return paths().getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /** Returns all paths. */
    Stream<String> all() {
        return paths().values().stream().flatMap(List::stream).distinct();
    }

    /** Returns the lookup names of a path: its name in lower case, with and without its ending and date. */
    public static Set<String> names(String path) {
        String name = fileName(path);
        int dot = name.lastIndexOf('.');
        Set<String> names = new TreeSet<>(Set.of(name));
        if (dot > 0) {
            String stem = name.substring(0, dot);
            names.add(stem);
            names.add(FileNameDate.without(stem));
        }
        return names;
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    /** Records a path that was added, changed or removed. */
    public synchronized void changed(String path) {
        Map<String, List<String>> known = paths;
        Path file = FolderPath.file(folder, path);
        if (known == null) {
            return;
        }
        if (Files.isRegularFile(file)) {
            names(path).forEach(name -> known.merge(name, List.of(path), FileNameIndex::with));
        } else if (Files.isDirectory(file)) {
            // The next lookup lists the files below the folder.
            paths = null;
        } else if (known.getOrDefault(fileName(path), List.of()).contains(path)) {
            names(path).forEach(name -> known.computeIfPresent(name, (key, all) -> without(all, path::equals)));
        } else {
            // Perhaps a folder: the only case in which all names must be searched.
            known.replaceAll((name, all) -> without(all, each -> each.startsWith(path + "/")));
        }
    }

    /** Discards the index, because the changes are unknown. */
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
                            return ++files[0] < MAX_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path path, IOException fault) {
                            // The scan reports files that cannot be read.
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
