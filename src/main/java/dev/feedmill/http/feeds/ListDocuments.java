package dev.feedmill.http.feeds;

import dev.feedmill.address.Address;
import dev.feedmill.address.Address.SitemapPart;
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
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Renders lists of feeds and pages from the current library, for readers and search engines. */
public final class ListDocuments {
    /** Terms per sitemap file. */
    private static final int TERMS = 10_000;

    /** Characters of a file name, which may have 255 bytes in most file systems. */
    private static final int MAX_NAME = 60;

    /** What a file name has only a hyphen for. */
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final Library library;
    private final String title;
    private final List<NamedSelection> named;
    private final OpmlRenderer opml;
    private final SitemapRenderer sitemap;

    /** @param named selections that have feeds of their own */
    public ListDocuments(Library library, Site site, List<NamedSelection> named) {
        Messages words = Messages.of(site.language());
        this.library = library;
        this.title = site.title();
        this.named = named;
        this.opml = new OpmlRenderer(site, kind -> words.get(kind.plural()), library.terms()::rule);
        this.sitemap = new SitemapRenderer(site);
    }

    Document opml() {
        return opml.render(library.terms().listed(), named);
    }

    /** The OPML list of the feeds of a category. */
    Document opml(Term category) {
        return opml.part(category, library.terms().listed());
    }

    /** The name of the file with the feeds of a term: the site's title and the term's name, in lower case. */
    String fileName(Term within) {
        String name = NO_WORD.matcher(title + "-" + String.join("-", within.names()))
                .replaceAll("-")
                .replaceAll("^-+|-+$", "")
                .toLowerCase(Locale.ROOT);
        int end = name.offsetByCodePoints(0, Math.min(MAX_NAME, name.codePointCount(0, name.length())));
        return (name.isEmpty() ? "feeds" : name.substring(0, end)) + ".opml";
    }

    /** The sitemap index, which lists the files below. */
    Document sitemap() {
        int files = (terms().size() + TERMS - 1) / TERMS;
        List<SitemapPart> parts = new ArrayList<>();
        IntStream.rangeClosed(1, files).forEach(number -> parts.add(new SitemapPart(SitemapPart.Of.PAGES, number)));
        IntStream.rangeClosed(1, library.articles().addressGroups())
                .forEach(number -> parts.add(new SitemapPart(SitemapPart.Of.ARTICLES, number)));
        return sitemap.index(parts);
    }

    /** A sitemap file; null if there is none. */
    @Nullable
    Document sitemap(SitemapPart part) {
        if (part.of() == SitemapPart.Of.PAGES) {
            List<Address> pages = terms();
            long skipped = (long) (part.number() - 1) * TERMS;
            return skipped < pages.size()
                    ? sitemap.addresses(
                            pages.stream().skip(skipped).limit(TERMS).toList())
                    : null;
        }
        List<PageAddress> articles = library.articles().addresses(part.number(), SitemapRenderer.MAX_PAGES);
        return articles.isEmpty() && part.number() != 1 ? null : sitemap.pages(articles);
    }

    private List<Address> terms() {
        List<Address> terms = new ArrayList<>(List.of(Term.EVERYTHING.page()));
        named.forEach(one -> terms.add(one.page()));
        library.terms().listed().stream()
                .map(TermCount::term)
                .filter(term -> term.kind() != Term.Kind.EVERYTHING)
                .forEach(term -> terms.add(term.page()));
        return terms;
    }
}
