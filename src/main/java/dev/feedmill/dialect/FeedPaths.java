package dev.feedmill.dialect;

import dev.feedmill.dialect.rule.FeedPath;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Feed paths that readers of the folder's sites may have subscribed to before. */
final class FeedPaths {
    /**
     * Paths that any website may have had, including WordPress and Ghost, whose exported articles use other generators'
     * files.
     */
    private static final List<FeedPath> COMMON = List.of(
            new FeedPath("atom.xml", "atom"),
            new FeedPath("rss.xml", "rss"),
            new FeedPath("rss2.xml", "rss"),
            new FeedPath("index.xml", "rss"),
            new FeedPath("feed.xml", "atom"),
            new FeedPath("feed", "rss"),
            new FeedPath("rss", "rss"),
            new FeedPath("atom", "atom"),
            new FeedPath("feed/rss", "rss"),
            new FeedPath("feed/rss2", "rss"),
            new FeedPath("feed/atom", "atom"),
            new FeedPath("feed/json", "json"),
            new FeedPath("category/{category}/feed", "rss"),
            new FeedPath("category/{category}/feed/atom", "atom"),
            new FeedPath("tag/{tag}/feed", "rss"),
            new FeedPath("tag/{tag}/feed/atom", "atom"),
            new FeedPath("author/{author}/feed", "rss"),
            new FeedPath("author/{author}/feed/atom", "atom"),
            new FeedPath("tag/{tag}/rss", "rss"),
            new FeedPath("author/{author}/rss", "rss"));

    private FeedPaths() {}

    /** Returns the paths of the sites, then the common ones; the first of duplicate paths wins. */
    static List<FeedPath> of(List<GeneratorSite> sites) {
        Set<FeedPath> paths = new LinkedHashSet<>();
        for (GeneratorSite site : sites) {
            for (FeedPath path : site.feedPaths()) {
                paths.add(path);
                if (!site.basePath().isEmpty()) {
                    paths.add(path.prefixedWith(site.basePath()));
                }
            }
        }
        paths.addAll(COMMON);
        return List.copyOf(paths);
    }
}
