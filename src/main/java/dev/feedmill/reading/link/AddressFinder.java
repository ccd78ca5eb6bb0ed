package dev.feedmill.reading.link;

import dev.feedmill.article.FolderPath;
import dev.feedmill.dialect.GeneratorSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the pages of this server that an article links to, by address or by file name without ending. */
public final class AddressFinder {
    private static final List<String> ENDINGS = List.of("", ".md", ".html", "/index.md");

    private final SourceIndex index;
    private final GeneratorSite site;
    private final String path;
    private final Supplier<@Nullable String> address;
    private final AttachmentFinder attachments;

    /**
     * Creates a finder for one article.
     *
     * @param path of the article
     * @param address that the generator gives the article
     * @param attachments records successful and failed lookups
     */
    public AddressFinder(
            SourceIndex index,
            GeneratorSite site,
            String path,
            Supplier<@Nullable String> address,
            AttachmentFinder attachments) {
        this.index = index;
        this.site = site;
        this.path = path;
        this.address = address;
        this.attachments = attachments;
    }

    /**
     * Returns the path of an article's file or, with a leading slash, of a page below this server's root; null for
     * none.
     *
     * @param name as the article writes it, decoded, without query
     */
    @Nullable
    String find(String name) {
        List<String> places = new ArrayList<>();
        if (!name.isEmpty()) {
            places.addAll(addresses(name));
            places.addAll(name.startsWith("/") ? places.size() : 0, files(name));
        }
        for (String place : places) {
            String page = place.startsWith("/") ? index.pages().find(place) : index.hasArticle(place) ? place : null;
            if (page != null) {
                attachments.recordLink(page.startsWith("/") ? place : page);
                return page;
            }
        }
        places.forEach(attachments::recordMissing);
        return null;
    }

    private List<String> addresses(String name) {
        List<String> paths = new ArrayList<>();
        if (name.startsWith("/")) {
            paths.add(name);
            String base = site.basePath();
            if (!base.isEmpty() && (name + "/").startsWith(base + "/")) {
                paths.add(name.substring(base.length()));
            }
        } else {
            String page = address.get();
            paths.add(page == null ? null : resolved(page.substring(0, page.lastIndexOf('/') + 1), name));
            paths.add(resolved(folder(site.path(path)), name));
        }
        return paths.stream()
                .filter(Objects::nonNull)
                .map(path -> PageIndex.address(site, path))
                .distinct()
                .toList();
    }

    private static @Nullable String resolved(String folder, String name) {
        String joined = FolderPath.resolved(folder, name);
        return joined == null ? null : "/" + joined;
    }

    private List<String> files(String name) {
        List<String> folders = name.startsWith("/")
                ? Stream.concat(site.contentFolders().stream(), Stream.of("")).toList()
                : List.of(folder(path));
        String plain = name.replaceFirst("/+$", "");
        return folders.stream()
                .flatMap(folder -> ENDINGS.stream().map(ending -> FolderPath.resolved(folder, plain + ending)))
                .filter(file -> file != null && !file.isEmpty())
                .distinct()
                .toList();
    }

    private static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
