package dev.feedmill.dialect.config;

import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Jekyll's collections: folders of documents other than posts (jekyllrb.com/docs/collections). */
public final class JekyllCollections {
    private static final String POSTS = "posts";
    private static final String FEED = "feed.collections";

    /** Names of collections whose documents are pages beside the articles; Jekyll's own feed omits them. */
    private static final Set<String> PAGES =
            Set.of("pages", "authors", "people", "members", "team", "categories", "tags", "data", "drafts");

    private final Config config;
    private final String folder;

    /** Names of the collections in the feed. */
    private final NavigableSet<String> inFeed = new TreeSet<>();

    public JekyllCollections(Config config) {
        this.config = config;
        this.folder = config.textOr("", "collections_dir").replaceAll("^\\./|^/|/$", "");
        config.values().keySet().stream()
                .filter(key -> key.startsWith(FEED + "."))
                .forEach(key -> inFeed.add(key.substring(FEED.length() + 1)));
        config.list(FEED).forEach(inFeed::add);
    }

    /** Returns the folder of all collections; empty for the root of the site. */
    public String folder() {
        return folder;
    }

    /** Returns a path below the folder of all collections; elsewhere, the path itself. */
    public String relativePath(String path) {
        return !folder.isEmpty() && path.startsWith(folder + "/") ? path.substring(folder.length() + 1) : path;
    }

    /** Returns the collection of a document; null for a post, a draft or a page. */
    public @Nullable String of(String path) {
        String relative = relativePath(path);
        int slash = relative.indexOf('/');
        if (!relative.startsWith("_") || slash < 0 || (relative.equals(path) && !folder.isEmpty())) {
            return null;
        }
        String name = relative.substring(1, slash);
        return !name.equals(POSTS) && config.isTrue("collections." + name + ".output") ? name : null;
    }

    /**
     * Returns whether a collection's documents are articles: those that the feed names or, without such names, all that
     * have pages.
     */
    public boolean areArticles(String name) {
        String inside = inFeed.ceiling(name + ".");
        boolean named = inFeed.contains(name) || (inside != null && inside.startsWith(name + "."));
        return inFeed.isEmpty() ? !PAGES.contains(name) : named;
    }

    /**
     * Returns the address pattern of a collection's documents, or of posts for a null name; null if posts have none.
     */
    public @Nullable String permalink(@Nullable String name, String style) {
        String own = config.text("collections." + (name == null ? POSTS : name) + ".permalink");
        if (own != null || name == null) {
            return own;
        }
        boolean file = Set.of("date", "ordinal", "none").contains(style) || style.endsWith(":output_ext");
        boolean folder = style.equals("pretty") || style.endsWith("/");
        return "/:collection/:path" + (file ? ":output_ext" : folder ? "/" : "");
    }

    /** Returns the path of a document within its collection, without ending. */
    public String within(String path, String name) {
        String rest = relativePath(path).substring(name.length() + 2);
        int dot = rest.lastIndexOf('.');
        return (dot > rest.lastIndexOf('/') ? rest.substring(0, dot) : rest).replaceFirst("\\.*$", "");
    }
}
