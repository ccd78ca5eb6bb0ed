package dev.feedmill.dialect;

import dev.feedmill.dialect.address.Post;
import dev.feedmill.dialect.address.Slugs;
import dev.feedmill.dialect.config.Config;
import dev.feedmill.dialect.config.SiteFolder;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.template.TemplateRules;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Zola (getzola.org/documentation/content/page). */
final class Zola implements Dialect {
    @Override
    public String name() {
        return "zola";
    }

    @Override
    public MarkdownRules markdown() {
        return MarkdownRules.GITHUB;
    }

    @Override
    public TemplateRules template() {
        return TemplateRules.ZOLA;
    }

    @Override
    public boolean isAt(SiteFolder folder) {
        String file = folder.first("zola.toml", "config.toml");
        return file != null && folder.text(file).contains("base_url");
    }

    @Override
    public Config config(SiteFolder folder) {
        return folder.config("zola.toml", "config.toml");
    }

    @Override
    public boolean isArticle(Config config, String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return path.startsWith("content/") && !name.startsWith("_index.");
    }

    @Override
    public List<String> contentFolders(Config config) {
        return List.of("content", "");
    }

    @Override
    public List<String> staticFolders(Config config) {
        return List.of("static");
    }

    @Override
    public Set<String> feedPaths() {
        return Set.of(
                "atom.xml",
                "rss.xml",
                "blog/atom.xml",
                "blog/rss.xml",
                "categories/{category}/atom.xml",
                "categories/{category}/rss.xml",
                "tags/{tag}/atom.xml",
                "tags/{tag}/rss.xml");
    }

    @Override
    public @Nullable String address(Config config, Post post) {
        String base = String.valueOf(config.textOr("", "base_url"))
                .replaceFirst("^https?://[^/]+", "")
                .replaceFirst("/$", "");
        String path = post.header().text("path");
        if (path == null) {
            String stem = post.stemBelow("content").replaceFirst("/index$", "");
            String folder = stem.contains("/") ? stem.substring(0, stem.lastIndexOf('/') + 1) : "";
            String slug = post.header().text("slug");
            String name = Hugo.undated(stem.substring(folder.length()));
            path = folder + (slug != null ? slug : Slugs.ascii(name));
        }
        return (base + "/" + path + "/").replaceAll("/{2,}", "/");
    }
}
