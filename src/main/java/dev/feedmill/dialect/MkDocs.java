package dev.feedmill.dialect;

import dev.feedmill.dialect.address.AddressPattern;
import dev.feedmill.dialect.address.Post;
import dev.feedmill.dialect.address.Slugs;
import dev.feedmill.dialect.config.Config;
import dev.feedmill.dialect.config.SiteFacts;
import dev.feedmill.dialect.config.SiteFolder;
import dev.feedmill.dialect.exclude.PatternKey;
import dev.feedmill.dialect.exclude.PatternSyntax;
import dev.feedmill.dialect.markup.PythonMarkdownSettings;
import dev.feedmill.dialect.rule.Dialect;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.template.TemplateRules;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Dialect of MkDocs with Material's blog (squidfunk.github.io/mkdocs-material/plugins/blog). */
final class MkDocs implements Dialect {
    private static final int MAX_PLUGINS = 50;

    @Override
    public String name() {
        return "mkdocs";
    }

    @Override
    public boolean titlesFromFileNames() {
        return true;
    }

    @Override
    public MarkdownRules markdown() {
        return MarkdownRules.PYTHON_MARKDOWN;
    }

    @Override
    public MarkdownRules markdown(Config config) {
        // These three are enabled by default.
        Set<String> named = new HashSet<>(Set.of("toc", "tables", "fenced_code"));
        named.addAll(config.list("markdown_extensions"));
        named.addAll(config.namesIn("markdown_extensions"));
        return PythonMarkdownSettings.of(named);
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

    /** In a blog folder, only posts are articles. */
    @Override
    public boolean isArticle(Config config, String path) {
        String docs = docs(config) + "/";
        if (!path.startsWith(docs) || !hasBlog(config)) {
            return path.startsWith(docs);
        }
        String folder = blog(config, "blog_dir", "blog").replaceAll("^\\./|^\\.$|/$", "");
        String below = folder.isEmpty() ? docs : docs + folder + "/";
        String posts = blog(config, "post_dir", "{blog}/posts")
                .replace("{blog}", folder)
                .replaceAll("^/|/$", "");
        boolean list = folder.isEmpty() ? path.equals(docs + "index.md") : path.startsWith(below);
        return !list || path.startsWith(docs + posts + "/");
    }

    private static boolean hasBlog(Config config) {
        return config.keys().stream().anyMatch(key -> key.matches("plugins\\.(?:\\d+\\.)?(?:material/)?blog(?:\\..*)?"))
                || config.list("plugins").stream().anyMatch(name -> name.matches("(?:material/)?blog"));
    }

    /** MkDocs's own key has lines of a {@code .gitignore}; the exclude plug-in has Python patterns. */
    @Override
    public List<PatternKey> exclusions(Config config) {
        String docs = docs(config);
        List<PatternKey> keys = new ArrayList<>(List.of(
                PatternKey.excluding(config, "exclude_docs", PatternSyntax.IGNORE_LINES, docs),
                PatternKey.excluding(config, "draft_docs", PatternSyntax.IGNORE_LINES, docs)));
        for (String key : config.keys()) {
            if (key.matches("plugins\\.(?:\\d+\\.)?exclude\\.(?:glob|regex)")) {
                boolean regex = key.endsWith("regex");
                keys.add(PatternKey.excluding(
                        config, key, regex ? PatternSyntax.REGEX_AT_START : PatternSyntax.CROSSING_GLOB, docs));
            }
        }
        return keys;
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
        Config table = Config.of(file, folder.table(file));
        table.valuesBelow("authors").forEach((key, value) -> {
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
        String filled =
                AddressPattern.ofBraces(blog(config, "post_url_format", "{date}/{slug}"), part -> switch (part) {
                    case "slug" -> last;
                    case "file" -> name;
                    case "date" -> date(blog(config, "post_url_date_format", "yyyy/MM/dd"), post);
                    case "categories" ->
                        post.categories().stream()
                                .map(path -> Slugs.unicode(String.join("/", path)))
                                .collect(Collectors.joining("/"));
                    default -> null;
                });
        return filled == null ? null : ("/" + stem.substring(0, posts) + "/" + filled + "/").replaceAll("/{2,}", "/");
    }

    private static @Nullable String date(String format, Post post) {
        try {
            return DateTimeFormatter.ofPattern(format, Locale.ENGLISH).format(post.date());
        } catch (IllegalArgumentException | DateTimeException e) {
            // For example, a format may need an offset, which the date lacks.
            return null;
        }
    }

    /** Returns a setting of the blog plug-in. */
    private static String blog(Config config, String key, String otherwise) {
        for (int i = 0; config.holds("plugins") && i < MAX_PLUGINS; i++) {
            for (String name : List.of("blog", "material/blog")) {
                String value = config.text("plugins." + i + "." + name + "." + key, "plugins." + name + "." + key);
                if (value != null) {
                    return value;
                }
            }
        }
        return otherwise;
    }
}
