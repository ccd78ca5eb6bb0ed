package dev.feedmill.dialect.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Page bundles: folders that are one article, an index with the files beside it. Thread-safe. */
public final class PageBundles {
    /** No bundles. */
    public static final PageBundles NONE = new PageBundles(null, List.of(), path -> null);

    /** How long the listing of a folder is cached. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final int MAX_KNOWN = 100_000;

    private final @Nullable Path root;
    private final List<String> indexes;
    private final UnaryOperator<@Nullable String> tops;
    private final Map<String, Known> folders = new ConcurrentHashMap<>();

    private record Known(boolean bundle, long at) {}

    /**
     * Creates the bundles of one site.
     *
     * @param indexes names that the index of a bundle may have
     * @param tops returns the top folder of a path, which is no bundle; null if the path has no bundles
     */
    public PageBundles(@Nullable Path root, List<String> indexes, UnaryOperator<@Nullable String> tops) {
        this.root = root;
        this.indexes = List.copyOf(indexes);
        this.tops = tops;
    }

    /** Returns whether the file at a path is part of another article. */
    public boolean contain(String path) {
        String top = root == null ? null : tops.apply(path);
        if (top == null) {
            return false;
        }
        String folder = parent(path);
        if (indexes.contains(path.substring(path.lastIndexOf('/') + 1))) {
            folder = folder.length() > top.length() ? parent(folder) : "";
        }
        while (folder.length() > top.length()) {
            if (isBundle(folder)) {
                return true;
            }
            folder = parent(folder);
        }
        return false;
    }

    /**
     * Returns whether the file at a path decides if others are articles; if so, discards the cached listing of its
     * folder.
     */
    public boolean forgetIfIndex(String path) {
        String top =
                root == null || !indexes.contains(path.substring(path.lastIndexOf('/') + 1)) ? null : tops.apply(path);
        if (top == null || parent(path).length() <= top.length()) {
            return false;
        }
        folders.remove(parent(path));
        return true;
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private boolean isBundle(String folder) {
        long now = System.nanoTime();
        Known known = folders.get(folder);
        if (known != null && now - known.at() < PAUSE.toNanos()) {
            return known.bundle();
        }
        if (folders.size() > MAX_KNOWN) {
            folders.clear();
        }
        boolean bundle = root != null
                && indexes.stream()
                        .anyMatch(index -> Files.exists(root.resolve(folder).resolve(index)));
        folders.put(folder, new Known(bundle, now));
        return bundle;
    }
}
