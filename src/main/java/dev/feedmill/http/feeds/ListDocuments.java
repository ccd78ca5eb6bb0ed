package dev.feedmill.http.feeds;

import dev.feedmill.feed.OpmlRenderer;
import dev.feedmill.feed.SitemapRenderer;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.feed.item.Site;
import dev.feedmill.library.Library;
import dev.feedmill.pages.part.Messages;
import dev.feedmill.selection.NamedSelection;
import dev.feedmill.selection.PageAddress;
import dev.feedmill.selection.Term;
import dev.feedmill.selection.TermCount;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Renders lists of feeds and pages from the current library, for readers and search engines. */
public final class ListDocuments {
    /** First path segment of the sitemap files. */
    public static final String SITEMAPS = "sitemaps";

    private static final String PAGES = "pages-";
    private static final String ARTICLES = "articles-";

    /** Terms per sitemap file. */
    private static final int TERMS = 10_000;

    private final Library library;
    private final List<NamedSelection> named;
    private final OpmlRenderer opml;
    private final SitemapRenderer sitemap;

    /** @param named selections that have feeds of their own */
    public ListDocuments(Library library, Site site, List<NamedSelection> named) {
        Messages words = Messages.of(site.language());
        this.library = library;
        this.named = named;
        this.opml = new OpmlRenderer(site, kind -> words.get(kind.folder()), library::rule);
        this.sitemap = new SitemapRenderer(site);
    }

    Document opml() {
        return opml.render(library.listings(), named);
    }

    /** The OPML list of the feeds of a category. */
    Document opml(Term category) {
        return opml.part(category, library.listings());
    }

    /** The sitemap index, which lists the files below. */
    Document sitemap() {
        int files = (terms().size() + TERMS - 1) / TERMS;
        List<String> paths = new ArrayList<>();
        IntStream.rangeClosed(1, files).forEach(number -> paths.add(path(PAGES, number)));
        IntStream.rangeClosed(1, library.addressGroups()).forEach(number -> paths.add(path(ARTICLES, number)));
        return sitemap.index(paths);
    }

    private static String path(String kind, int number) {
        return SITEMAPS + "/" + kind + number + ".xml";
    }

    /** A sitemap file by its name; null if there is none. */
    @Nullable
    Document sitemap(String name) {
        int pages = number(name, PAGES);
        List<String> terms = pages == 0 ? List.of() : terms();
        long skipped = (long) (pages - 1) * TERMS;
        if (pages > 0 && skipped < terms.size()) {
            return sitemap.paths(terms.stream().skip(skipped).limit(TERMS).toList());
        }
        int group = number(name, ARTICLES);
        List<PageAddress> addresses = group == 0 ? List.of() : library.addresses(group, SitemapRenderer.MOST);
        return addresses.isEmpty() && group != 1 ? null : sitemap.pages(addresses);
    }

    /** The number in a file name; 0 if the name has none. */
    private static int number(String name, String kind) {
        String ending = name.startsWith(kind) ? name.substring(kind.length()) : "";
        return ending.matches("[1-9][0-9]{0,7}\\.xml") ? Integer.parseInt(ending.substring(0, ending.length() - 4)) : 0;
    }

    private List<String> terms() {
        List<String> terms = new ArrayList<>(List.of(""));
        named.forEach(one -> terms.add(one.pagePath()));
        library.listings().stream()
                .map(TermCount::term)
                .filter(term -> term.kind() != Term.Kind.EVERYTHING)
                .forEach(term -> terms.add(term.pagePath()));
        return terms;
    }
}
