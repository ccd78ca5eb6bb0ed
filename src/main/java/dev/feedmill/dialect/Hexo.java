package dev.feedmill.dialect;

import dev.feedmill.dialect.address.AddressPattern;
import dev.feedmill.dialect.address.DatePart;
import dev.feedmill.dialect.address.Header;
import dev.feedmill.dialect.address.Post;
import dev.feedmill.dialect.address.Slugs;
import dev.feedmill.dialect.config.Config;
import dev.feedmill.dialect.config.SiteFacts;
import dev.feedmill.dialect.config.SiteFolder;
import dev.feedmill.dialect.exclude.PatternKey;
import dev.feedmill.dialect.exclude.PatternSyntax;
import dev.feedmill.dialect.markup.MarkedSettings;
import dev.feedmill.dialect.rule.Dialect;
import dev.feedmill.dialect.rule.Inclusion;
import dev.feedmill.dialect.rule.NameRules;
import dev.feedmill.dialect.rule.NameRules.SingleText;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.template.TemplateRules;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Dialect of Hexo (hexo.io/docs/configuration, permalinks, front-matter). */
final class Hexo implements Dialect {
    private static final String PERMALINK = ":year/:month/:day/:title/";

    @Override
    public String name() {
        return "hexo";
    }

    @Override
    public MarkdownRules markdown() {
        return MarkdownRules.MARKED_HEXO;
    }

    @Override
    public MarkdownRules markdown(Config config) {
        return MarkedSettings.of(config);
    }

    @Override
    public TemplateRules template() {
        return TemplateRules.HEXO;
    }

    @Override
    public TemplateRules template(Config config) {
        return config.isTrue("marked.disableNunjucks") ? TemplateRules.NONE : template();
    }

    @Override
    public TemplateRules template(Config config, Header header) {
        return "true".equals(header.text("disableNunjucks")) ? TemplateRules.NONE : template(config);
    }

    @Override
    public Inclusion inclusion(Config config) {
        String code = config.textOr("downloads/code", "code_dir").replaceAll("^(?:\\./|/)+|/+$", "");
        return new Inclusion(Inclusion.Form.NONE, "", source(config) + "/" + code);
    }

    @Override
    public boolean isAt(SiteFolder folder) {
        boolean configured = folder.first("_config.yml", "_config.yaml", "_config.json") != null;
        return folder.hasFolder("source/_posts")
                || (configured && (folder.packageJson().dependsOn("hexo") || folder.hasFolder("scaffolds")));
    }

    @Override
    public Config config(SiteFolder folder) {
        return folder.config("_config.yml", "_config.yaml", "_config.json")
                .with(Config.PACKAGES, folder.packageJson().markdownPackages());
    }

    /** The URL of a site below a path may be written without that path. */
    @Override
    public SiteFacts facts(Config config) {
        SiteFacts facts = SiteFacts.of(config);
        String home = facts.home();
        boolean bare = home != null && home.matches("https?://[^/]+");
        return bare ? facts.withHome(home, config.textOr("/", "root")) : facts;
    }

    /**
     * Hexo skips names that begin with an underscore, except the folders of posts and drafts. If posts have asset
     * folders, only files with the ending of new posts are posts.
     */
    @Override
    public boolean isArticle(Config config, String path) {
        String rest = pathInPosts(config, path);
        String ending = config.textOr(":title.md", "new_post_name").replaceFirst("^.*(?=\\.)", "");
        return rest != null
                && Arrays.stream(rest.split("/", -1)).noneMatch(name -> name.startsWith("_"))
                && (!config.isTrue("post_asset_folder") || !ending.startsWith(".") || path.endsWith(ending));
    }

    /** Unrendered files are copied and are no posts; {@code ignore} applies to all folders. */
    @Override
    public List<PatternKey> exclusions(Config config) {
        return List.of(
                PatternKey.excluding(config, "skip_render", PatternSyntax.GLOB, source(config)),
                PatternKey.excluding(config, "exclude", PatternSyntax.GLOB, source(config)),
                PatternKey.excluding(config, "ignore", PatternSyntax.GLOB_AT_END, ""));
    }

    @Override
    public boolean isDraft(Config config, String path) {
        return path.startsWith(source(config) + "/_drafts/") && !config.isTrue("render_drafts");
    }

    private static String source(Config config) {
        return config.textOr("source", "source_dir").replaceFirst("^\\./", "").replaceFirst("/$", "");
    }

    /** Returns the path below the folder of posts or drafts; null elsewhere. */
    private static @Nullable String pathInPosts(Config config, String path) {
        for (String folder : List.of("/_posts/", "/_drafts/")) {
            if (path.startsWith(source(config) + folder)) {
                return path.substring((source(config) + folder).length());
            }
        }
        return null;
    }

    @Override
    public NameRules nameRules() {
        return NameRules.PATHS.with(SingleText.NAME);
    }

    @Override
    public boolean picturesFromRoot(Config config) {
        return !config.isTrue("marked.postAsset") && !"false".equals(config.text("marked.prependRoot"));
    }

    @Override
    public List<String> contentFolders(Config config) {
        return List.of(source(config) + "/_posts", source(config), "");
    }

    @Override
    public List<String> staticFolders(Config config) {
        return List.of(source(config));
    }

    @Override
    public String basePath(Config config) {
        return config.textOr("", "root");
    }

    @Override
    public Set<String> feedPaths() {
        return Set.of("atom.xml", "rss2.xml", "feed.json", "rss.xml");
    }

    @Override
    public String feedFormat() {
        return "atom";
    }

    @Override
    public @Nullable String address(Config config, Post post) {
        String own = post.header().text("permalink");
        String slug = slug(config, post);
        String pattern = own == null ? config.textOr(PERMALINK, "permalink") : own;
        String filled = own != null && !own.contains(":")
                ? own
                : AddressPattern.ofColons(pattern, name -> value(config, post, slug, name));
        if (filled == null) {
            return null;
        }
        if (own != null && config.isTrue("post_asset_folder") && !own.endsWith("/") && !own.endsWith(".html")) {
            filled += "/";
        }
        String root = "/" + config.textOr("/", "root").replaceAll("^/+|/+$", "") + "/";
        return pretty(config, root.replace("//", "/") + filled.replaceFirst("^/+", ""));
    }

    private static String pretty(Config config, String address) {
        String shown = "false".equals(config.text("pretty_urls.trailing_index"))
                ? address.replaceFirst("/index\\.html$", "/")
                : address;
        return "false".equals(config.text("pretty_urls.trailing_html"))
                ? shown.replaceFirst("(?<!/index)\\.html$", "")
                : shown;
    }

    private static @Nullable String value(Config config, Post post, String slug, String name) {
        return switch (name) {
            case "title" -> slug;
            case "name" -> slug.substring(slug.lastIndexOf('/') + 1);
            case "post_title" -> Slugs.hexo(post.title()).toLowerCase(java.util.Locale.ROOT);
            case "category" -> category(config, post);
            case "id", "hash" -> post.header().text(name);
            default -> {
                String date = DatePart.of(name, post.date());
                yield date == null ? post.header().text(name) : date;
            }
        };
    }

    private static String category(Config config, Post post) {
        if (post.categories().isEmpty()) {
            return config.textOr("uncategorized", "default_category");
        }
        Map<String, String> renamed = config.valuesBelow("category_map");
        List<String> last = post.categories().get(post.categories().size() - 1);
        return last.stream()
                .map(name -> renamed.getOrDefault(name, name))
                .map(name -> "1".equals(config.text("filename_case"))
                        ? Slugs.hexo(name).toLowerCase(java.util.Locale.ROOT)
                        : Slugs.hexo(name))
                .collect(Collectors.joining("/"));
    }

    /** Returns the file's name below its folder, without the date that {@code new_post_name} puts before it. */
    private static String slug(Config config, Post post) {
        String rest = pathInPosts(config, post.path());
        String stem = rest == null
                ? post.stem()
                : rest.substring(
                        0, rest.length() - post.path().length() + post.stem().length());
        String pattern = config.textOr(":title.md", "new_post_name").replaceFirst("\\.\\w+$", "");
        StringBuilder regex = new StringBuilder();
        Matcher part = Pattern.compile(":(\\w+)|[^:]+").matcher(pattern);
        while (part.find()) {
            String name = part.group(1);
            regex.append(
                    name == null
                            ? Pattern.quote(part.group())
                            : switch (name) {
                                case "title" -> "(?<title>.+)";
                                case "year" -> "\\d{4}";
                                case "month", "day" -> "\\d{2}";
                                case "i_month", "i_day" -> "\\d{1,2}";
                                default -> "[^/]+?";
                            });
        }
        if (regex.indexOf("(?<title>") < 0) {
            return stem;
        }
        Matcher named = Pattern.compile(regex.toString()).matcher(stem);
        return named.matches() ? named.group("title") : stem;
    }
}
