package dev.feedmill.reading.link;

import dev.feedmill.address.Address;
import dev.feedmill.article.Attachment;
import dev.feedmill.article.Attachments;
import dev.feedmill.article.FolderPath;
import dev.feedmill.dialect.GeneratorSite;
import dev.feedmill.media.MediaFile;
import dev.feedmill.web.MediaTypes;
import dev.feedmill.web.PercentCoding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the files that an article shows, plays or links to, where its generator looks for them. */
public final class AttachmentFinder {
    private static final String ANYWHERE = "*/";

    private final SourceIndex index;
    private final GeneratorSite site;
    private final String path;
    private final Supplier<@Nullable String> address;
    private final Set<Attachment> files = new LinkedHashSet<>();
    private final Set<String> linked = new LinkedHashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();

    /**
     * Creates a finder for one article.
     *
     * @param path of the article
     * @param address that the generator gives the article, the base of its relative addresses on the finished page
     */
    public AttachmentFinder(SourceIndex index, GeneratorSite site, String path, Supplier<@Nullable String> address) {
        this.index = index;
        this.site = site;
        this.path = path;
        this.address = address;
    }

    /** Records that the article links to an article path or page address. */
    void recordLink(String place) {
        linked.add(place);
    }

    /** Records that nothing was found at a place. */
    void recordMissing(String place) {
        missing.add(place);
    }

    /** Records that no file of this name was found anywhere, with or without its ending. */
    void recordMissingName(String name) {
        if (index.byName(name.substring(name.lastIndexOf('/') + 1)).findAny().isEmpty()) {
            missing.add(anywhere(name));
        }
    }

    /** Returns all attachments that were requested. */
    public Attachments all() {
        return new Attachments(List.copyOf(files), List.copyOf(linked), List.copyOf(missing));
    }

    /** Returns whether a reference, as written, names a file of a type that is served. */
    static boolean isFile(String written) {
        return MediaTypes.of(PercentCoding.decodeLink(withoutQuery(written))) != null;
    }

    /**
     * Returns this server's address of a file; null for none.
     *
     * @param written reference relative to the article or the root of the site
     */
    @Nullable
    public String address(String written) {
        MediaFile file = find(written, List.of());
        return file == null ? null : address(file);
    }

    /** Returns this server's address of a file. */
    public static String address(MediaFile file) {
        return Address.File.of(file.path()).stored();
    }

    /**
     * Finds the file that a reference names; null for none.
     *
     * @param written path as in a URL or as the file is called
     * @param folders of the articles folder to search as well
     */
    @Nullable
    public MediaFile find(String written, List<String> folders) {
        List<String> places = Stream.concat(
                        candidates(written).stream(),
                        possibleNames(written).stream().flatMap(name -> in(folders, name).stream()))
                .distinct()
                .toList();
        Optional<Attachment> file = places.stream()
                .flatMap(place -> index.attachment(place).stream())
                .findFirst();
        file.ifPresentOrElse(files::add, () -> missing.addAll(places));
        return file.flatMap(found -> index.file(found.path())).orElse(null);
    }

    /**
     * Explains as a sentence why a file is not found.
     *
     * @param sought reference as it is looked for
     * @param written as the author wrote it
     */
    public String fault(String sought, String written) {
        return fault(sought, written, "there is no '" + written + "' in the folder");
    }

    /**
     * Explains why a file is not served, with another sentence for a name that no file has.
     *
     * @param none the sentence where nothing is there
     */
    String fault(String sought, String written, String none) {
        return candidates(sought).stream()
                .map(index::refusal)
                .filter(Objects::nonNull)
                .findFirst()
                .map(refusal -> "'" + written + "' " + refusal)
                .orElse(none);
    }

    /** Returns the file with this address on this server; null for any other. */
    @Nullable
    public MediaFile at(String url) {
        return Address.ofStored(url) instanceof Address.File file
                ? index.file(file.inFolder()).orElse(null)
                : null;
    }

    private List<String> candidates(String written) {
        return possibleNames(written).stream()
                .flatMap(name -> candidatesOf(name).stream())
                .distinct()
                .toList();
    }

    /**
     * Returns the names that a reference may stand for: as in a URL, percent-encoded and before a query, else as the
     * file is called.
     */
    private static Set<String> possibleNames(String written) {
        String path = withoutQuery(written);
        return new LinkedHashSet<>(
                List.of(PercentCoding.decodeLink(path), path, PercentCoding.decodeLink(written), written));
    }

    private List<String> candidatesOf(String name) {
        if (name.startsWith("/")) {
            return fromRoot(name);
        }
        List<String> places = new ArrayList<>(fromArticle(name));
        // Authors also write paths that are relative to the finished page.
        String page = address.get();
        String resolved = page == null ? null : FolderPath.resolved(page.substring(0, page.lastIndexOf('/') + 1), name);
        if (resolved != null) {
            places.addAll(fromRoot("/" + resolved));
        }
        places.addAll(fromRoot("/" + name));
        if (site.findsFilesByName()) {
            places.addAll(byName(name));
        }
        return places;
    }

    /** Returns candidates relative to the article's folder and to the folder with the article's name. */
    private List<String> fromArticle(String name) {
        int slash = path.lastIndexOf('/');
        String folder = slash < 0 ? "" : path.substring(0, slash);
        String stem = path.substring(0, path.lastIndexOf('.'));
        return in(List.of(folder, stem), name);
    }

    /**
     * Returns paths that end with this name, the shortest first, then the marker for any file of the name, in case one
     * is added later.
     */
    private List<String> byName(String name) {
        String end = "/" + name.replaceFirst("^(\\.?/)+", "");
        List<String> places = new ArrayList<>(index.byName(end.substring(end.lastIndexOf('/') + 1))
                .filter(file -> ("/" + file).endsWith(end))
                .sorted(Comparator.comparingInt(String::length))
                .toList());
        places.add(anywhere(name));
        return places;
    }

    /** Returns the marker that stands for any file of a name, with or without its ending, in the missing places. */
    public static String anywhere(String name) {
        return ANYWHERE + name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    /** Returns the name in a marker for any file; null for the place of one file. */
    static @Nullable String nameAnywhere(String place) {
        return place.startsWith(ANYWHERE) ? place.substring(ANYWHERE.length()) : null;
    }

    private List<String> fromRoot(String name) {
        List<String> folders = new ArrayList<>(site.staticFolders());
        folders.addAll(site.contentFolders());
        folders.add("");
        String base = site.basePath() + "/";
        List<String> places = new ArrayList<>();
        if (base.length() > 1 && name.startsWith(base)) {
            places.addAll(in(folders, name.substring(base.length())));
        }
        places.addAll(in(folders, name.substring(1)));
        return places;
    }

    private static List<String> in(List<String> folders, String name) {
        return folders.stream()
                .map(folder -> FolderPath.resolved(folder, name))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static String withoutQuery(String name) {
        int query = name.indexOf('?');
        return query < 0 ? name : name.substring(0, query);
    }
}
