package dev.feedmill.dialect;

import dev.feedmill.dialect.address.AddressPattern;
import dev.feedmill.dialect.address.Post;
import dev.feedmill.dialect.address.Slugs;
import dev.feedmill.dialect.config.Config;
import dev.feedmill.dialect.config.SiteFacts;
import dev.feedmill.dialect.config.SiteFolder;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.template.TemplateRules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** MkDocs with Material's blog (squidfunk.github.io/mkdocs-material/plugins/blog). */
final class MkDocs implements Dialect {
    @Override
    public String name() {
        return "mkdocs";
    }

    @Override
    public boolean titlesFromFiles() {
        return true;
    }

    @Override
    public MarkdownRules markdown() {
        return MarkdownRules.PYTHON_MARKDOWN;
    }

    @Override
    public TemplateRules template() {
        return TemplateRules.NONE;
    }

    @Override
    public boolean isAt(SiteFolder folder) {
        return folder.first("mkdocs.yml", "mkdocs.yaml") != null;
    }

    @Override
    public Config config(SiteFolder folder) {
        return folder.config("mkdocs.yml", "mkdocs.yaml");
    }

    @Override
    public SiteFacts facts(Config config) {
        return new SiteFacts(
                        config.text("site_name"),
                        config.text("site_description"),
                        config.text("site_author"),
                        SiteFacts.language(config.text("theme.language")),
                        null,
                        null)
                .withHome(config.text("site_url"), "");
    }

    private static String docs(Config config) {
        return config.textOr("docs", "docs_dir").replaceAll("^\\./|/$", "");
    }

    @Override
    public boolean isArticle(Config config, String path) {
        return path.startsWith(docs(config) + "/");
    }

    @Override
    public List<String> contentFolders(Config config) {
        return List.of(docs(config), "");
    }

    @Override
    public List<String> staticFolders(Config config) {
        return List.of(docs(config));
    }

    @Override
    public Set<String> feedPaths() {
        return Set.of("feed_rss_created.xml", "feed_rss_updated.xml", "feed_json_created.json");
    }

    @Override
    public Map<String, String> authors(SiteFolder folder, Config config) {
        String file = docs(config) + "/blog/.authors.yml";
        Map<String, String> names = new java.util.LinkedHashMap<>();
        Config table = Config.of(file, folder.fields(file));
        table.below("authors").forEach((key, value) -> {
            if (key.endsWith(".name")) {
                names.put(key.substring(0, key.length() - 5), value);
            }
        });
        return names;
    }

    @Override
    public @Nullable String address(Config config, Post post) {
        String stem = post.stemBelow(docs(config));
        int posts = stem.indexOf("/posts/");
        if (posts < 0) {
            return ("/" + stem.replaceFirst("(^|/)(index|README)$", "$1") + "/").replaceAll("/{2,}", "/");
        }
        String slug = post.header().text("slug");
        String name = stem.substring(stem.lastIndexOf('/') + 1);
        String last = slug != null ? slug : Slugs.unicode(post.title().isEmpty() ? name : post.title());
        return "/" + stem.substring(0, posts) + "/" + AddressPattern.date("%Y/%m/%d", post.date()) + "/" + last + "/";
    }
}
