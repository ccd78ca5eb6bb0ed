package dev.feedmill.dialect;

import dev.feedmill.article.Visibility.Degree;
import dev.feedmill.dialect.address.Post;
import dev.feedmill.dialect.config.Config;
import dev.feedmill.dialect.config.Literals;
import dev.feedmill.dialect.config.SiteFacts;
import dev.feedmill.dialect.config.SiteFolder;
import dev.feedmill.dialect.exclude.PatternKey;
import dev.feedmill.dialect.exclude.PatternKey.Sense;
import dev.feedmill.dialect.exclude.PatternSyntax;
import dev.feedmill.dialect.markup.PythonMarkdownSettings;
import dev.feedmill.dialect.rule.Dialect;
import dev.feedmill.dialect.rule.HoldRules;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.template.TemplateRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Dialect of Nikola (getnikola.com/handbook.html). */
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
    public MarkdownRules markdown(Config config) {
        List<String> named = config.list("MARKDOWN_EXTENSIONS");
        return PythonMarkdownSettings.of(named.isEmpty() ? PythonMarkdownSettings.EXTRA : named);
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

    /**
     * A private post has a page, but is in no feed and on no list (handbook, "Post states"); older versions used tags
     * for this.
     */
    @Override
    public HoldRules holdRules() {
        return HoldRules.COMMON
                .where("status", Set.of("private"), Degree.PAGE_ONLY)
                .where("tags", Set.of("private"), Degree.PAGE_ONLY)
                .where("tags", Set.of("draft", "retired"), Degree.NOWHERE);
    }

    @Override
    public boolean isArticle(Config config, String path) {
        return folders(config).keySet().stream().anyMatch(folder -> path.startsWith(folder + "/"));
    }

    /** The name patterns of {@code POSTS} apply to subfolders too. */
    @Override
    public List<PatternKey> exclusions(Config config) {
        List<String> names = config.list("POSTS").stream()
                .filter(written -> written.indexOf("/*") > 0)
                .map(glob -> glob.substring(0, glob.lastIndexOf('/')) + "/**" + glob.substring(glob.lastIndexOf('/')))
                .toList();
        return List.of(new PatternKey(Sense.INCLUDE_ONLY, "POSTS", PatternSyntax.GLOB, "", names));
    }

    /**
     * Returns the paths of the posts folders on the website: {@code POSTS} has a glob, a destination and a template for
     * each.
     */
    private static Map<String, String> folders(Config config) {
        Map<String, String> folders = new LinkedHashMap<>();
        List<String> posts = config.list("POSTS");
        for (int i = 0; i + 1 < posts.size(); i++) {
            int star = posts.get(i).indexOf("/*");
            if (star > 0) {
                folders.putIfAbsent(
                        posts.get(i).substring(0, star), posts.get(i + 1).replaceAll("^/|/$", ""));
            }
        }
        return folders.isEmpty() ? Map.of("posts", "posts") : folders;
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
        boolean pretty = !"false".equals(config.text("PRETTY_URLS"));
        for (Map.Entry<String, String> place : folders(config).entrySet()) {
            if (post.path().startsWith(place.getKey() + "/")) {
                String stem = post.stemBelow(place.getKey());
                String folder = stem.substring(0, stem.lastIndexOf('/') + 1);
                String name = slug != null ? slug : stem.substring(folder.length());
                return ("/" + place.getValue() + "/" + folder + name + (pretty ? "/" : ".html"))
                        .replaceAll("/{2,}", "/");
            }
        }
        return null;
    }
}
