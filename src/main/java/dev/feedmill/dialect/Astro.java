package dev.feedmill.dialect;

import dev.feedmill.dialect.address.Post;
import dev.feedmill.dialect.config.Config;
import dev.feedmill.dialect.config.Literals;
import dev.feedmill.dialect.config.SiteFacts;
import dev.feedmill.dialect.config.SiteFolder;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.markdown.typography.Typography;
import dev.feedmill.template.TemplateRules;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Astro, whose articles are in content collections (docs.astro.build/en/guides/content-collections). */
final class Astro implements Dialect {
    private static final String[] CONFIGS = {
        "astro.config.mjs", "astro.config.ts", "astro.config.js", "astro.config.mts", "astro.config.cjs"
    };

    @Override
    public String name() {
        return "astro";
    }

    @Override
    public MarkdownRules markdown() {
        return MarkdownRules.ASTRO;
    }

    @Override
    public MarkdownRules markdown(Config config) {
        boolean smart = !MarkdownRules.isNo(config.text("markdown.smartypants"));
        return smart ? markdown() : markdown().with(Typography.NONE);
    }

    @Override
    public TemplateRules template() {
        return TemplateRules.MDX;
    }

    @Override
    public boolean isAt(SiteFolder folder) {
        return folder.first(CONFIGS) != null;
    }

    @Override
    public Config config(SiteFolder folder) {
        Config config = folder.config(CONFIGS);
        for (String name : List.of("src/consts.ts", "src/config.ts", "src/site.config.ts")) {
            config = folder.first(name) == null ? config : config.over(Literals.read(name, folder.text(name)));
        }
        return config;
    }

    @Override
    public SiteFacts facts(Config config) {
        return new SiteFacts(
                        config.text("SITE_TITLE", "title", "SITE.title"),
                        config.text("SITE_DESCRIPTION", "description", "SITE.desc"),
                        config.text("author", "SITE.author"),
                        null,
                        null,
                        null)
                .withHome(config.text("site", "website", "SITE.website"), config.textOr("", "base"));
    }

    @Override
    public boolean isArticle(Config config, String path) {
        return path.startsWith("src/content/")
                || path.startsWith("src/data/")
                || path.startsWith("src/pages/")
                || path.startsWith("content/");
    }

    @Override
    public List<String> contentFolders(Config config) {
        return List.of("src/content", "src/pages", "");
    }

    @Override
    public List<String> staticFolders(Config config) {
        return List.of("public");
    }

    @Override
    public Set<String> feedPaths() {
        return Set.of("rss.xml", "feed.xml", "atom.xml");
    }

    @Override
    public @Nullable String address(Config config, Post post) {
        String base = config.textOr("", "base").replaceAll("^/+|/+$", "");
        String path = post.path().startsWith("src/pages/")
                ? post.stemBelow("src/pages")
                : post.stem().replaceFirst("^(src/)?(content|data)/", "");
        String own = post.header().text("permalink");
        String slug = post.header().text("slug");
        if (own != null) {
            path = own;
        } else if (slug != null) {
            path = path.contains("/") ? path.substring(0, path.indexOf('/') + 1) + slug : slug;
        }
        String page = path.replaceFirst("(^|/)index$", "$1");
        boolean file = "file".equals(config.text("build.format")) || "never".equals(config.text("trailingSlash"));
        return ("/" + base + "/" + page + (file ? "" : "/")).replaceAll("/{2,}", "/");
    }
}
