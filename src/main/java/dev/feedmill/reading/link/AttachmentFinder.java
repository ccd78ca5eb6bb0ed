package dev.feedmill.reading.link;

import dev.feedmill.article.Attachment;
import dev.feedmill.article.Attachments;
import dev.feedmill.article.FolderPath;
import dev.feedmill.article.PathSegments;
import dev.feedmill.dialect.Site;
import dev.feedmill.media.MediaFile;
import dev.feedmill.web.MediaTypes;
import dev.feedmill.web.ServerUrl;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The files that one article shows, plays or links to, found where its generator looks for them. */
public final class AttachmentFinder {
    private static final String ANYWHERE = "*/";

    private final SourceIndex index;
    private final Site site;
    private final String path;
    private final Supplier<@Nullable String> address;
    private final Set<Attachment> files = new LinkedHashSet<>();
    private final Set<String> linked = new LinkedHashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();

    /**
     * Finds the files of one article.
     *
     * @param path of the article
     * @param address that the generator gives the article, from which its relative addresses start in the end
     */
    public AttachmentFinder(SourceIndex index, Site site, String path, Supplier<@Nullable String> address) {
        this.index = index;
        this.site = site;
        this.path = path;
        this.address = address;
    }

    /** Keeps in mind that an article is at a path, or a page at an address. */
    void linked(String place) {
        linked.add(place);
    }

    /** Keeps in mind that something was looked for at a place in vain. */
    void missing(String place) {
        missing.add(place);
    }

    /** Keeps in mind that something was looked for everywhere in vain, its ending left out or not. */
    void missingAnywhere(String name) {
        if (index.named(name.substring(name.lastIndexOf('/') + 1)).findAny().isEmpty()) {
            missing.add(anywhere(name));
        }
    }

    /** All that were asked for. */
    public Attachments all() {
        return new Attachments(List.copyOf(files), List.copyOf(linked), List.copyOf(missing));
    }

    /** Whether a name is that of a file of a kind that is served. */
    static boolean isFile(String name) {
        return MediaTypes.of(withoutQuery(name)) != null;
    }

    /** The address here of the file that is named so, relative to the article or to the root of the site; null for none. */
    @Nullable
    public String address(String name) {
        MediaFile file = find(name, List.of());
        return file == null ? null : address(file);
    }

    /** The address here of a file. */
    public static String address(MediaFile file) {
        return ServerUrl.URL
                + ServerUrl.FILES
                + PathSegments.encode(List.of(file.path().split("/", -1)));
    }

    /**
     * The file that is named so; null for none.
     *
     * @param folders of the articles folder in which it may be too
     */
    @Nullable
    public MediaFile find(String name, List<String> folders) {
        List<String> places = new ArrayList<>(places(withoutQuery(name)));
        places.addAll(in(folders, name));
        Optional<Attachment> file = places.stream()
                .flatMap(place -> index.attachment(place).stream())
                .findFirst();
        file.ifPresentOrElse(files::add, () -> missing.addAll(places));
        return file.flatMap(found -> index.file(found.path())).orElse(null);
    }

    /**
     * Why a file is not found, as a sentence.
     *
     * @param name as it is looked for
     * @param written as the author wrote it
     */
    public String fault(String name, String written) {
        return places(withoutQuery(name)).stream()
                .map(index::refusal)
                .filter(Objects::nonNull)
                .findFirst()
                .map(refusal -> "'" + written + "' " + refusal)
                .orElse("there is no '" + written + "' in the folder");
    }

    /** The file whose address here this is; null for any other. */
    @Nullable
    public MediaFile at(String url) {
        String start = ServerUrl.URL + ServerUrl.FILES;
        return url.startsWith(start)
                ? index.file(SourceLinks.decoded(url.substring(start.length()))).orElse(null)
                : null;
    }

    private List<String> places(String name) {
        if (name.startsWith("/")) {
            return fromRoot(name);
        }
        List<String> places = new ArrayList<>(fromArticle(name));
        // Authors also write what is right on the finished page.
        String page = address.get();
        String resolved = page == null ? null : FolderPath.resolved(page.substring(0, page.lastIndexOf('/') + 1), name);
        if (resolved != null) {
            places.addAll(fromRoot("/" + resolved));
        }
        places.addAll(fromRoot("/" + name));
        if (site.findsFilesByName()) {
            places.addAll(byName(name));
        }
        return places.stream().distinct().toList();
    }

    /** From the folder of the article, and from that of its own files, which has its name. */
    private List<String> fromArticle(String name) {
        int slash = path.lastIndexOf('/');
        String folder = slash < 0 ? "" : path.substring(0, slash);
        String stem = path.substring(0, path.lastIndexOf('.'));
        return in(List.of(folder, stem), name);
    }

    /** Those that end so, the shortest path first; and what stands for any, should one come. */
    private List<String> byName(String name) {
        String end = "/" + name.replaceFirst("^(\\.?/)+", "");
        List<String> places = new ArrayList<>(index.named(end.substring(end.lastIndexOf('/') + 1))
                .filter(file -> ("/" + file).endsWith(end))
                .sorted(Comparator.comparingInt(String::length))
                .toList());
        places.add(anywhere(name));
        return places;
    }

    /** Stands for every place of a file of a name, with its ending or not, in what is missing. */
    public static String anywhere(String name) {
        return ANYWHERE + name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    /** The name of which a place stands for every file; null for a place of one file. */
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
