package dev.feedmill.dialect;

import dev.feedmill.dialect.address.AddressPattern;
import dev.feedmill.dialect.address.DatePart;
import dev.feedmill.dialect.address.Post;
import dev.feedmill.dialect.address.Slugs;
import dev.feedmill.dialect.config.Config;
import dev.feedmill.dialect.config.DataFiles;
import dev.feedmill.dialect.config.FrontMatterDefaults;
import dev.feedmill.dialect.config.JekyllCollections;
import dev.feedmill.dialect.config.ScopedDefaults;
import dev.feedmill.dialect.config.SiteFacts;
import dev.feedmill.dialect.config.SiteFolder;
import dev.feedmill.dialect.exclude.PatternKey;
import dev.feedmill.dialect.exclude.PatternKey.Sense;
import dev.feedmill.dialect.exclude.PatternSyntax;
import dev.feedmill.dialect.markup.KramdownSettings;
import dev.feedmill.dialect.rule.Dialect;
import dev.feedmill.dialect.rule.NameRules;
import dev.feedmill.dialect.rule.NameRules.SingleText;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.template.TemplateRules;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Dialect of Jekyll (jekyllrb.com/docs/posts, permalinks, configuration). */
final class Jekyll implements Dialect {
    private static final Pattern DATED = Pattern.compile("(?:.+/)?\\d{2,4}-\\d{1,2}-\\d{1,2}-([^/]*)\\.[^./]+");

    @Override
    public String name() {
        return "jekyll";
    }

    @Override
    public @Nullable String summaryEnd(Config config) {
        return config.text("excerpt_separator");
    }

    @Override
    public MarkdownRules markdown() {
        return MarkdownRules.KRAMDOWN;
    }

    @Override
    public MarkdownRules markdown(Config config) {
        return KramdownSettings.of(config);
    }

    @Override
    public TemplateRules template() {
        return TemplateRules.JEKYLL;
    }

    @Override
    public boolean isAt(SiteFolder folder) {
        boolean configured = folder.first("_config.yml", "_config.yaml", "_config.toml") != null;
        String gems = folder.text("Gemfile");
        boolean own = gems.contains("jekyll")
                || gems.contains("github-pages")
                || folder.hasFolder("_layouts")
                || folder.hasFolder("_includes");
        // A posts folder alone does not identify Jekyll; it may be among other articles.
        return own || (configured && (folder.hasFolder("_posts") || folder.hasFolder("_drafts")));
    }

    @Override
    public Config config(SiteFolder folder) {
        Config config = folder.config("_config.yml", "_config.yaml", "_config.toml");
        String data = config.textOr("_data", "data_dir").replaceAll("^\\./|^/|/$", "");
        return config.withDefaults(DataFiles.read(folder, data, "data."));
    }

    @Override
    public SiteFacts facts(Config config) {
        return SiteFacts.of(config).withHome(config.text("url"), config.textOr("", "baseurl"));
    }

    /** Articles are documents of collections, and files in a posts folder with a date in the name. */
    @Override
    public boolean isArticle(Config config, String path) {
        JekyllCollections collections = collections(config);
        String collection = collections.of(path);
        if (collection != null) {
            return collections.areArticles(collection);
        }
        boolean inside = collections.folder().isEmpty()
                || !collections.relativePath(path).equals(path);
        return inside
                && isEntered(config, collections.relativePath(path))
                && (path.contains("_drafts/")
                        || (isPost(path) && DATED.matcher(path).matches()));
    }

    /** Inclusions override all exclusions (jekyllrb.com/docs/configuration/options). */
    @Override
    public List<PatternKey> exclusions(Config config) {
        return List.of(
                PatternKey.of(Sense.KEEP, config, "include", PatternSyntax.CROSSING_GLOB_AT_END, ""),
                PatternKey.excluding(config, "exclude", PatternSyntax.BEGINNING, ""),
                PatternKey.excludingByDefault(
                        PatternSyntax.BEGINNING,
                        "",
                        "gemfiles/",
                        "node_modules/",
                        "vendor/bundle/",
                        "vendor/cache/",
                        "vendor/gems/",
                        "vendor/ruby/"));
    }

    /** Drafts are documents of the posts. */
    @Override
    public FrontMatterDefaults defaults(SiteFolder folder, Config config) {
        JekyllCollections collections = collections(config);
        return ScopedDefaults.of(folder.fields(config.source()).get("defaults"), collections::relativePath, path -> {
            String collection = collections.of(path);
            return collection == null ? "posts" : collection;
        });
    }

    /** Jekyll skips folders with a special name above a posts folder, unless they are included. */
    private static boolean isEntered(Config config, String path) {
        String above = path.replaceFirst("(?:^|/)_(?:posts|drafts)/.*$", "");
        return Arrays.stream(above.split("/", -1))
                .filter(name -> !name.isEmpty() && "_.#~".indexOf(name.charAt(0)) >= 0)
                .allMatch(name -> config.each("include").stream()
                        .anyMatch(item -> item.replaceAll("^/|/$", "").equals(name)));
    }

    private static JekyllCollections collections(Config config) {
        return config.derived(JekyllCollections.class, JekyllCollections::new);
    }

    private static boolean isPost(String path) {
        return path.startsWith("_posts/") || path.contains("/_posts/");
    }

    @Override
    public boolean isDraft(Config config, String path) {
        return (path.startsWith("_drafts/") || path.contains("/_drafts/")) && !config.isTrue("show_drafts");
    }

    @Override
    public NameRules nameRules() {
        return NameRules.LABELS.with(SingleText.WORDS);
    }

    @Override
    public String titleOf(Post post) {
        return Arrays.stream(title(post).split("-", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
                        + word.substring(word.offsetByCodePoints(0, 1)).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    @Override
    public List<String> folderCategories(Config config, String path) {
        int posts = path.startsWith("_posts/") ? 0 : path.indexOf("/_posts/");
        String above = posts <= 0 ? "" : path.substring(0, posts);
        String collections = collections(config).folder();
        if (!collections.isEmpty() && (above + "/").startsWith(collections + "/")) {
            above = above.substring(Math.min(above.length(), collections.length() + 1));
        }
        return Arrays.stream(above.split("/", -1))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    @Override
    public List<String> staticFolders(Config config) {
        return List.of("");
    }

    @Override
    public String basePath(Config config) {
        return config.textOr("", "baseurl");
    }

    /** Returns the folder of the address and the post's name, without an ending. */
    @Override
    public String entryId(Post post, String link) {
        String path = link.replaceFirst("[?#].*$", "").replaceFirst("/+$", "");
        Matcher dated = DATED.matcher(post.path());
        String slug = post.header().text("slug");
        String name = slug != null ? slug : dated.matches() ? dated.group(1) : null;
        return name == null ? link : path.substring(0, path.lastIndexOf('/') + 1) + encoded(name);
    }

    private static String encoded(String name) {
        try {
            return new URI(null, null, "/" + name, null).toASCIIString().substring(1);
        } catch (URISyntaxException e) {
            return name;
        }
    }

    @Override
    public Set<String> feedPaths() {
        return Set.of("feed.xml", "atom.xml", "rss.xml", "feed/{category}.xml", "feed/by_tag/{tag}.xml");
    }

    @Override
    public String feedFormat() {
        return "atom";
    }

    @Override
    public @Nullable String address(Config config, Post post) {
        String own = post.header().text("permalink");
        String style = config.textOr("date", "permalink");
        JekyllCollections collections = collections(config);
        String collection = collections.of(post.path());
        String configured = collections.permalink(collection, style);
        String pattern = own != null ? own : style(configured == null ? style : configured);
        String filled = AddressPattern.ofColons(pattern, name -> switch (collection == null ? "" : name) {
            case "collection" -> collection;
            case "path" -> collections.within(post.path(), String.valueOf(collection));
            case "name" -> Slugs.jekyll(post.stem().substring(post.stem().lastIndexOf('/') + 1));
            default -> value(post, name);
        });
        if (filled == null) {
            return null;
        }
        String base = "/" + config.textOr("", "baseurl").replaceAll("^/+|/+$", "");
        return (base + "/" + filled).replaceAll("/{2,}", "/");
    }

    private static String style(String name) {
        return switch (name) {
            case "date" -> "/:categories/:year/:month/:day/:title:output_ext";
            case "pretty" -> "/:categories/:year/:month/:day/:title/";
            case "ordinal" -> "/:categories/:year/:y_day/:title:output_ext";
            case "weekdate" -> "/:categories/:year/W:week/:short_day/:title:output_ext";
            case "none" -> "/:categories/:title:output_ext";
            default -> name;
        };
    }

    private static @Nullable String value(Post post, String name) {
        return switch (name) {
            case "title" -> title(post);
            case "slug" -> Slugs.jekyll(title(post));
            case "categories" -> categories(post, category -> category.toLowerCase(Locale.ROOT));
            case "slugified_categories" -> categories(post, Slugs::jekyll);
            case "output_ext" -> ".html";
            default -> {
                String date = DatePart.of(name, post.date());
                yield date == null ? split(post, name) : date;
            }
        };
    }

    /** Splits a placeholder that runs into the next text, as in {@code :title_x}. */
    private static @Nullable String split(Post post, String name) {
        for (int end = name.length() - 1; end > 2; end--) {
            String value = end < name.length() ? value(post, name.substring(0, end)) : null;
            if (value != null) {
                return value + name.substring(end);
            }
        }
        return null;
    }

    private static String title(Post post) {
        String slug = post.header().text("slug");
        Matcher dated = DATED.matcher(post.path());
        String stem = post.stem().substring(post.stem().lastIndexOf('/') + 1);
        return Slugs.jekyllPretty(slug != null ? slug : dated.matches() ? dated.group(1) : stem);
    }

    private static String categories(Post post, java.util.function.UnaryOperator<String> slug) {
        List<String> names = new ArrayList<>();
        post.categories().forEach(path -> names.add(String.join("/", path)));
        return names.stream().map(slug).collect(Collectors.toCollection(LinkedHashSet::new)).stream()
                .collect(Collectors.joining("/"));
    }
}
