package dev.feedmill.reading.link;

import dev.feedmill.article.CategoryPath;
import dev.feedmill.article.PathSegments;
import dev.feedmill.dialect.Site;
import dev.feedmill.selection.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The addresses of this host that one article and its labels have, as {@link PageIndex} has them. */
public final class PageAddresses {
    private final Site site;
    private final String file;
    private final Map<String, String> places = new HashMap<>();

    /** @param file path of the article */
    public PageAddresses(Site site, String file) {
        this.site = site;
        this.file = file;
    }

    /** Each address with what is there, as {@link PageIndex#find} has it. */
    public Map<String, String> places() {
        return Map.copyOf(places);
    }

    /**
     * Adds the addresses of an article.
     *
     * @param address that the generator gives the article; null where that cannot be known
     */
    public void article(@Nullable String address, List<String> aliases, String slug) {
        if (address != null && !Permalink.isUnsafe(address)) {
            places.put(PageIndex.address(site, address), file);
        }
        aliases.forEach(alias -> places.put(PageIndex.address(site, alias), file));
        places.put(PageIndex.address(site, "/articles/" + PathSegments.ofName(slug)), file);
    }

    /** A category is found by its own name too, without those above it. */
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
        List<String> segments = names.stream().map(PathSegments::ofName).toList();
        String folder = "/" + kind.folder() + "/";
        places.put(PageIndex.label(folder + String.join("/", segments)), folder + PathSegments.encode(segments));
    }
}
