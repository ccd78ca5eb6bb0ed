package dev.feedmill.dialect;

import dev.feedmill.dialect.address.Post;
import dev.feedmill.dialect.config.Config;
import dev.feedmill.dialect.config.SiteFacts;
import dev.feedmill.dialect.config.SiteFolder;
import dev.feedmill.dialect.exclude.PatternKey;
import dev.feedmill.dialect.exclude.PatternSyntax;
import dev.feedmill.dialect.rule.Dialect;
import dev.feedmill.markdown.Feature;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.markdown.typography.Typography;
import dev.feedmill.template.TemplateRules;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Dialect of Gatsby, with the addresses of its blog starter (gatsbyjs.com/starters/gatsbyjs/gatsby-starter-blog). */
final class Gatsby implements Dialect {
    private static final String[] CONFIGS = {"gatsby-config.js", "gatsby-config.ts", "gatsby-config.mjs"};

    @Override
    public String name() {
        return "gatsby";
    }

    @Override
    public MarkdownRules markdown() {
        return MarkdownRules.GITHUB.with(Feature.HIGHLIGHT_COMMENTS);
    }

    @Override
    public MarkdownRules markdown(Config config) {
        boolean smart = config.list(Config.PACKAGES).contains("gatsby-remark-smartypants");
        return smart ? markdown().with(Typography.REMARK) : markdown();
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
        return folder.config(CONFIGS).with(Config.PACKAGES, folder.packageJson().markdownPackages());
    }

    @Override
    public SiteFacts facts(Config config) {
        return new SiteFacts(
                        config.text("siteMetadata.title"),
                        config.text("siteMetadata.description"),
                        config.text("siteMetadata.author.name", "siteMetadata.author"),
                        null,
                        null,
                        null)
                .withHome(config.text("siteMetadata.siteUrl"), config.textOr("", "pathPrefix"));
    }

    @Override
    public boolean isArticle(Config config, String path) {
        return path.startsWith("content/") || path.startsWith("src/pages/") || path.startsWith("posts/");
    }

    /** Excludes what the source plug-in ignores (gatsbyjs.com/plugins/gatsby-source-filesystem). */
    @Override
    public List<PatternKey> exclusions(Config config) {
        return config.keys().stream()
                .filter(key -> key.equals("ignore") || key.endsWith(".ignore"))
                .map(key -> PatternKey.excluding(config, key, PatternSyntax.GLOB_AT_END, ""))
                .toList();
    }

    @Override
    public List<String> staticFolders(Config config) {
        return List.of("static");
    }

    @Override
    public Set<String> feedPaths() {
        return Set.of("rss.xml");
    }

    @Override
    public @Nullable String address(Config config, Post post) {
        String own = post.header().text("slug") != null
                ? post.header().text("slug")
                : post.header().text("path");
        String path = own != null ? own : post.stem().replaceFirst("^(content/blog|content|src/pages|posts)/", "");
        return ("/" + path.replaceFirst("(^|/)index$", "$1") + "/").replaceAll("/{2,}", "/");
    }
}
