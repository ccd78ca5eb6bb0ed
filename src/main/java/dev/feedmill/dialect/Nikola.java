package dev.feedmill.dialect;

import dev.feedmill.article.Visibility.Degree;
import dev.feedmill.dialect.address.Post;
import dev.feedmill.dialect.config.Config;
import dev.feedmill.dialect.config.Literals;
import dev.feedmill.dialect.config.SiteFacts;
import dev.feedmill.dialect.config.SiteFolder;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.template.TemplateRules;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Nikola (getnikola.com/handbook.html). */
final class Nikola implements Dialect {
    @Override
    public String name() {
        return "nikola";
    }

    @Override
    public MarkdownRules markdown() {
        return MarkdownRules.PYTHON_MARKDOWN;
    }

    @Override
    public TemplateRules template() {
        return TemplateRules.PELICAN;
    }

    @Override
    public boolean isAt(SiteFolder folder) {
        return folder.text("conf.py").contains("BLOG_TITLE");
    }

    @Override
    public Config config(SiteFolder folder) {
        return Literals.read("conf.py", folder.text("conf.py"));
    }

    @Override
    public SiteFacts facts(Config config) {
        return new SiteFacts(
                        config.text("BLOG_TITLE"),
                        config.text("BLOG_DESCRIPTION"),
                        config.text("BLOG_AUTHOR"),
                        SiteFacts.language(config.text("DEFAULT_LANG")),
                        SiteFacts.zone(config.text("TIMEZONE")),
                        null)
                .withHome(config.text("SITE_URL", "BASE_URL"), "");
    }

    /** A private post has a page, and is in no feed and on no list (handbook, "Post states"); tags said so before. */
    @Override
    public HoldRules holds() {
        return HoldRules.COMMON
                .where("status", Set.of("private"), Degree.PAGE_ONLY)
                .where("tags", Set.of("private"), Degree.PAGE_ONLY)
                .where("tags", Set.of("draft", "retired"), Degree.NOWHERE);
    }

    @Override
    public boolean isArticle(Config config, String path) {
        return path.startsWith("posts/");
    }

    @Override
    public List<String> staticFolders(Config config) {
        return List.of("files");
    }

    @Override
    public Set<String> feedPaths() {
        return Set.of(
                "rss.xml",
                "feed.atom",
                "index.atom",
                "categories/cat_{category}.xml",
                "categories/cat_{category}.atom",
                "categories/{category}.xml",
                "categories/{tag}.xml",
                "categories/{tag}.atom",
                "authors/{author}.xml");
    }

    @Override
    public @Nullable String address(Config config, Post post) {
        String slug = post.header().text("slug");
        String folder =
                post.stem().contains("/") ? post.stem().substring(0, post.stem().lastIndexOf('/') + 1) : "";
        String name = slug != null ? slug : post.stem().substring(folder.length());
        boolean pretty = !"false".equals(config.text("PRETTY_URLS"));
        return "/" + folder + name + (pretty ? "/" : ".html");
    }
}
