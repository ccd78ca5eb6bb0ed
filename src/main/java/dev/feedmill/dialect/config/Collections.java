package dev.feedmill.dialect.config;

import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Jekyll's collections: folders of documents that are no posts (jekyllrb.com/docs/collections). */
public final class Collections {
    private static final String POSTS = "posts";
    private static final String FEED = "feed.collections";

    /** Of these names documents are pages beside the articles, as Jekyll's own feed has none of them. */
    private static final Set<String> PAGES =
            Set.of("pages", "authors", "people", "members", "team", "categories", "tags", "data", "drafts");

    private final Config config;
    private final String folder;

    /** What is below the collections of the feed. */
    private final NavigableSet<String> inFeed = new TreeSet<>();

    public Collections(Config config) {
        this.config = config;
        this.folder = config.textOr("", "collections_dir").replaceAll("^\\./|^/|/$", "");
        config.values().keySet().stream()
                .filter(key -> key.startsWith(FEED + "."))
                .forEach(key -> inFeed.add(key.substring(FEED.length() + 1)));
        config.list(FEED).forEach(inFeed::add);
    }

    /** Where all folders of collections lie; empty for the root of the site. */
    public String folder() {
        return folder;
    }

    /** A path below the folder of all collections; the path itself elsewhere. */
    public String below(String path) {
        return !folder.isEmpty() && path.startsWith(folder + "/") ? path.substring(folder.length() + 1) : path;
    }

    /** The collection that a document belongs to; null where it is a post, a draft or a page. */
    public @Nullable String of(String path) {
        String below = below(path);
        int slash = below.indexOf('/');
        if (!below.startsWith("_") || slash < 0 || (below.equals(path) && !folder.isEmpty())) {
            return null;
        }
        String name = below.substring(1, slash);
        return !name.equals(POSTS) && config.isTrue("collections." + name + ".output") ? name : null;
    }

    /** Whether the documents of a collection are articles: those that its feed names, or else all that have pages. */
    public boolean areArticles(String name) {
        String inside = inFeed.ceiling(name + ".");
        boolean named = inFeed.contains(name) || (inside != null && inside.startsWith(name + "."));
        return inFeed.isEmpty() ? !PAGES.contains(name) : named;
    }

    /** How addresses of documents are made; null where nothing is said of posts. */
    public @Nullable String permalink(@Nullable String name, String style) {
        String own = config.text("collections." + (name == null ? POSTS : name) + ".permalink");
        if (own != null || name == null) {
            return own;
        }
        boolean file = Set.of("date", "ordinal", "none").contains(style) || style.endsWith(":output_ext");
        boolean folder = style.equals("pretty") || style.endsWith("/");
        return "/:collection/:path" + (file ? ":output_ext" : folder ? "/" : "");
    }

    /** The path of a document within its collection, without ending. */
    public String within(String path, String name) {
        String rest = below(path).substring(name.length() + 2);
        int dot = rest.lastIndexOf('.');
        return (dot > rest.lastIndexOf('/') ? rest.substring(0, dot) : rest).replaceFirst("\\.*$", "");
    }
}
