package dev.feedmill.reading.link;

import dev.feedmill.address.Address;
import dev.feedmill.article.Attachment;
import dev.feedmill.article.FolderPath;
import dev.feedmill.article.Visibility;
import dev.feedmill.media.MediaFile;
import dev.feedmill.media.MediaFolder;
import dev.feedmill.media.MediaReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Index of the files in the articles folder, for links between them. Thread-safe. */
public final class SourceIndex {
    /** Limit of the articles that are cached. */
    private static final int MAX_ARTICLES = 500_000;

    private final Path folder;
    private final MediaFolder media;
    private final MediaReader files = new MediaReader();
    private final Predicate<String> isArticle;
    private final Function<String, Article> read;
    private final PageIndex pages;
    private final Map<String, Known> articles = new ConcurrentHashMap<>();
    private final FileNameIndex names;

    private record Known(long modified, long size, Article article) {}

    /**
     * An article of the folder.
     *
     * @param address where it lives; empty if it lives here, until this index fills it in
     * @param title empty if it has none
     * @param visibility who may see it
     * @param published when it is or will be public
     */
    public record Article(String address, String title, Visibility visibility, Instant published) {
        /** An article that must stay unknown: no link leads to it. */
        public static final Article EXCLUDED = new Article("", "", Visibility.NOWHERE, Instant.EPOCH);

        /** Returns whether it is public at some time. */
        boolean isPublic() {
            return visibility.degree() != Visibility.Degree.NOWHERE;
        }

        public boolean isPublicAt(Instant now) {
            Instant end = visibility.expires();
            return isPublic() && !published.isAfter(now) && (end == null || end.isAfter(now));
        }

        Article withoutAddress() {
            return new Article("", title, visibility, published);
        }

        /** Returns the title; empty also while it must stay hidden. */
        public String titleAt(Instant now) {
            return isPublicAt(now) ? title : "";
        }
    }

    /**
     * Creates an index of a folder.
     *
     * @param isArticle whether the file at a path is an article
     * @param read what the file at a path says of itself
     * @param pages the addresses of the file at a path, in the form of {@link PageIndex}
     * @param feeds paths at which generators had feeds
     */
    public SourceIndex(
            MediaFolder media,
            Predicate<String> isArticle,
            Function<String, Article> read,
            Function<String, Map<String, String>> pages,
            List<String> feeds) {
        this.folder = media.path();
        this.names = new FileNameIndex(folder);
        this.media = media;
        this.isArticle = isArticle;
        this.read = read;
        this.pages = new PageIndex(() -> names.all().filter(isArticle).toList(), pages, feeds);
    }

    /** Returns the addresses on this server. */
    public PageIndex pages() {
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

    /**
     * Returns the file at a path that articles may show. One that cannot be read counts as missing, so that it costs no
     * article.
     */
    Optional<Attachment> attachment(String path) {
        try {
            return media.read(path, files::read);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns why the file at a path is not served, see {@link MediaFolder#refusal}; null for a file that does not
     * exist.
     */
    @Nullable
    String refusal(String path) {
        try {
            return media.refusal(path);
        } catch (IOException e) {
            return "cannot be read now";
        }
    }

    /** Returns the media file at a path. */
    Optional<MediaFile> file(String path) {
        try {
            return media.find(path);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Returns whether the file at a path still has a stamp; an empty stamp means no file. */
    public boolean isSameAttachment(String path, String stamp) {
        String name = AttachmentFinder.nameAnywhere(path);
        if (name != null) {
            return byName(name).findAny().isEmpty() == stamp.isEmpty();
        }
        if (media.stamp(path).equals(stamp)) {
            return true;
        }
        try {
            return media.find(path).map(MediaFile::stamp).orElse("").equals(stamp);
        } catch (IOException e) {
            return stamp.isEmpty();
        }
    }

    /** Returns the article at a path, which must exist. */
    Article article(String path) {
        try {
            BasicFileAttributes file = Files.readAttributes(FolderPath.file(folder, path), BasicFileAttributes.class);
            Known known = articles.get(path);
            long modified = file.lastModifiedTime().toMillis();
            if (known == null || known.modified() != modified || known.size() != file.size()) {
                Article article = read.apply(path);
                String here = Address.Source.of(path).stored();
                known = new Known(
                        modified,
                        file.size(),
                        article.address().isEmpty() && !article.equals(Article.EXCLUDED)
                                ? new Article(here, article.title(), article.visibility(), article.published())
                                : article);
                if (articles.size() < MAX_ARTICLES) {
                    articles.put(path, known);
                }
            }
            return known.article();
        } catch (NoSuchFileException e) {
            // The file was just removed; articles that link to it are read again.
            return Article.EXCLUDED;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns paths of existing files with this name, ignoring case, with or without its ending, in order. */
    Stream<String> byName(String name) {
        return names.byName(name).stream().filter(this::has);
    }

    /** Returns the names of all files. */
    public FileNameIndex names() {
        return names;
    }
}
