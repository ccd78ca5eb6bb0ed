package dev.feedmill.reading;

import dev.feedmill.article.Attachment;
import dev.feedmill.article.FolderPath;
import dev.feedmill.article.Segments;
import dev.feedmill.article.Visibility;
import dev.feedmill.dialect.address.FileDate;
import dev.feedmill.html.Here;
import dev.feedmill.media.MediaFile;
import dev.feedmill.media.MediaFolder;
import dev.feedmill.media.MediaReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** The files of the articles folder as authors name them in links. Threads may share it. */
final class SourceIndex {
    /** What is missing is looked for again no sooner than this. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** More files are not told apart by their names alone. */
    private static final int MOST_FILES = 500_000;

    private final Path folder;
    private final MediaFolder media;
    private final MediaReader files = new MediaReader();
    private final Predicate<String> isArticle;
    private final Function<String, Article> read;
    private final PageIndex pages;
    private final Map<String, Known> articles = new ConcurrentHashMap<>();
    private volatile Names names = new Names(Map.of(), Long.MIN_VALUE);

    private record Known(long modified, long size, Article article) {}

    /**
     * An article of the folder.
     *
     * @param address where it lives; empty where it lives here, until this index fills it in
     * @param title empty where it names none
     * @param visibility who may see it
     * @param published when it is or will be public
     */
    record Article(String address, String title, Visibility visibility, Instant published) {
        /** One of which nobody may know anything: no link leads there. */
        static final Article LEFT_OUT = new Article("", "", Visibility.NOWHERE, Instant.EPOCH);

        /** Whether it is public at some time. */
        boolean isPublic() {
            return visibility.degree() != Visibility.Degree.NOWHERE;
        }

        boolean isPublicAt(Instant now) {
            Instant end = visibility.expires();
            return isPublic() && !published.isAfter(now) && (end == null || end.isAfter(now));
        }

        Article withoutAddress() {
            return new Article("", title, visibility, published);
        }

        /** Empty also where nobody may know it. */
        String titleAt(Instant now) {
            return isPublicAt(now) ? title : "";
        }
    }

    /** Paths by the name of the file, with and without its ending, in lower case. */
    private record Names(Map<String, List<String>> paths, long madeAt) {}

    /**
     * An index of the files of a folder.
     *
     * @param isArticle whether the file at a path is an article
     * @param read what the file at a path says of itself
     * @param pages the addresses that the file at a path gives, as {@link PageIndex} has them
     * @param feeds paths at which generators had feeds
     */
    SourceIndex(
            MediaFolder media,
            Predicate<String> isArticle,
            Function<String, Article> read,
            Function<String, Map<String, String>> pages,
            List<String> feeds) {
        this.folder = media.path();
        this.media = media;
        this.isArticle = isArticle;
        this.read = read;
        this.pages = new PageIndex(
                () -> walk().values().stream()
                        .flatMap(List::stream)
                        .filter(isArticle)
                        .distinct()
                        .toList(),
                pages,
                feeds);
    }

    /** The addresses of this host. */
    PageIndex pages() {
        return pages;
    }

    boolean hasArticle(String path) {
        return isArticle.test(path) && has(path);
    }

    boolean has(String path) {
        return !path.startsWith("/")
                && path.indexOf('\0') < 0
                && !List.of(path.split("/", -1)).contains("..")
                && Files.isRegularFile(FolderPath.file(folder, path));
    }

    /** The file at a path that articles may show; one that cannot be looked at is as good as none, and costs no article. */
    Optional<Attachment> attachment(String path) {
        try {
            Optional<MediaFile> file = media.find(path);
            return file.isEmpty() ? Optional.empty() : Optional.of(files.read(file.get()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The same where it lies. */
    Optional<MediaFile> file(String path) {
        try {
            return media.find(path);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether the file at a path still has a stamp; an empty one where there was none. */
    boolean isSameAttachment(String path, String stamp) {
        if (media.stamp(path).equals(stamp)) {
            return true;
        }
        try {
            return media.find(path).map(MediaFile::stamp).orElse("").equals(stamp);
        } catch (IOException e) {
            return stamp.isEmpty();
        }
    }

    /** The article at a path, which is there. */
    Article article(String path) {
        try {
            BasicFileAttributes file = Files.readAttributes(FolderPath.file(folder, path), BasicFileAttributes.class);
            Known known = articles.get(path);
            long modified = file.lastModifiedTime().toMillis();
            if (known == null || known.modified() != modified || known.size() != file.size()) {
                Article article = read.apply(path);
                String here = Here.URL + Here.SOURCE + Segments.encode(List.of(path.split("/", -1)));
                known = new Known(
                        modified,
                        file.size(),
                        article.address().isEmpty() && !article.equals(Article.LEFT_OUT)
                                ? new Article(here, article.title(), article.visibility(), article.published())
                                : article);
                if (articles.size() < MOST_FILES) {
                    articles.put(path, known);
                }
            }
            return known.article();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Paths of files of this name, its ending left out or not, in order. */
    List<String> named(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        List<String> found = names.paths().get(key);
        if (found == null && (names.paths().isEmpty() || System.nanoTime() - names.madeAt() > PAUSE.toNanos())) {
            names = new Names(walk(), System.nanoTime());
            found = names.paths().get(key);
        }
        return found == null ? List.of() : found;
    }

    /** Something came or went: names that are missing are looked for at once. */
    void changed() {
        names = new Names(names.paths(), System.nanoTime() - PAUSE.toNanos() - 1);
    }

    private Map<String, List<String>> walk() {
        Map<String, List<String>> paths = new HashMap<>();
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
                            add(paths, FolderPath.name(folder, path));
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
        paths.values().forEach(list -> list.sort(null));
        return paths;
    }

    private static void add(Map<String, List<String>> paths, String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        paths.computeIfAbsent(name, key -> new ArrayList<>()).add(path);
        int dot = name.lastIndexOf('.');
        if (dot > 0) {
            String stem = name.substring(0, dot);
            paths.computeIfAbsent(stem, key -> new ArrayList<>()).add(path);
            if (!FileDate.without(stem).equals(stem)) {
                paths.computeIfAbsent(FileDate.without(stem), key -> new ArrayList<>())
                        .add(path);
            }
        }
    }
}
