package dev.feedmill.reading.link;

import dev.feedmill.address.Address;
import dev.feedmill.address.PathSegments;
import dev.feedmill.article.CategoryPath;
import dev.feedmill.dialect.GeneratorSite;
import dev.feedmill.selection.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The addresses of one article and its labels on this server, in the form of {@link PageIndex}. */
public final class PageAddresses {
    private final GeneratorSite site;
    private final String file;
    private final Map<String, String> places = new HashMap<>();

    /**
     * Creates an empty set of addresses.
     *
     * @param file path of the article
     */
    public PageAddresses(GeneratorSite site, String file) {
        this.site = site;
        this.file = file;
    }

    /** Returns each address with its target, in the form of {@link PageIndex#find}. */
    public Map<String, String> places() {
        return Map.copyOf(places);
    }

    /**
     * Adds the addresses of an article.
     *
     * @param address that the generator gives the article; null if unknown
     */
    public void article(@Nullable String address, List<String> aliases, String slug) {
        if (address != null && !Permalink.isUnsafe(address)) {
            places.put(PageIndex.address(site, address), file);
        }
        aliases.forEach(alias -> places.put(PageIndex.address(site, alias), file));
        places.put(PageIndex.address(site, new Address.Article(PathSegments.ofName(slug)).rooted()), file);
    }

    /** Adds the addresses of labels; a category is also found by its own name, without parents. */
    public void labels(List<CategoryPath> categories, List<String> tags, List<String> authors) {
        for (CategoryPath path : categories) {
            for (int i = 1; i <= path.names().size(); i++) {
                label(Term.Kind.CATEGORY, path.names().subList(0, i));
                label(Term.Kind.CATEGORY, path.names().subList(i - 1, i));
            }
        }
        tags.forEach(tag -> label(Term.Kind.TAG, List.of(tag)));
        authors.forEach(author -> label(Term.Kind.AUTHOR, List.of(author)));
    }

    private void label(Term.Kind kind, List<String> names) {
        String page = kind.channel(PathSegments.ofNames(names)).page().rooted();
        places.put(PageIndex.label(page), page);
    }
}
