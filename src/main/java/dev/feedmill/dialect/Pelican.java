package dev.feedmill.dialect;

import dev.feedmill.dialect.address.AddressPattern;
import dev.feedmill.dialect.address.Post;
import dev.feedmill.dialect.address.Slugs;
import dev.feedmill.dialect.config.Config;
import dev.feedmill.dialect.config.FrontMatterDefaults;
import dev.feedmill.dialect.config.Literals;
import dev.feedmill.dialect.config.SiteFacts;
import dev.feedmill.dialect.config.SiteFolder;
import dev.feedmill.dialect.exclude.PatternKey;
import dev.feedmill.dialect.exclude.PatternKey.Sense;
import dev.feedmill.dialect.exclude.PatternSyntax;
import dev.feedmill.dialect.markup.PythonMarkdownSettings;
import dev.feedmill.dialect.rule.Dialect;
import dev.feedmill.dialect.rule.NameRules;
import dev.feedmill.dialect.rule.NameRules.SingleText;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.template.TemplateRules;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dialect of Pelican (docs.getpelican.com: settings, content). */
final class Pelican implements Dialect {
    private static final Pattern MARKDOWN = Pattern.compile("(?m)^MARKDOWN\\s*=\\s*\\{");
    private static final Pattern HTML_OFF = Pattern.compile("(?m)^READERS\\s*=\\s*\\{[^}]*[\"']html[\"']\\s*:\\s*None");

    /** Key for a disabled HTML reader. */
    private static final String NO_HTML = "readers that are off";

    private static final Pattern EXTENSION = Pattern.compile(
            "[\"']((?:markdown\\.extensions\\.|pymdownx\\.)[\\w.]+|extra|smarty|toc|admonition|nl2br|footnotes)[\"']");

    @Override
    public String name() {
        return "pelican";
    }

    @Override
    public MarkdownRules markdown() {
        return MarkdownRules.PYTHON_MARKDOWN;
    }

    @Override
    public MarkdownRules markdown(Config config) {
        List<String> named = config.list(Config.EXTENSIONS);
        return PythonMarkdownSettings.of(named.isEmpty() ? PythonMarkdownSettings.EXTRA : named);
    }

    @Override
    public TemplateRules template() {
        return TemplateRules.PELICAN;
    }

    @Override
    public boolean isAt(SiteFolder folder) {
        return folder.first("pelicanconf.py", "publishconf.py") != null;
    }

    @Override
    public Config config(SiteFolder folder) {
        String name = folder.first("publishconf.py");
        Config published = name == null ? Config.NONE : Literals.read(name, folder.text(name));
        String text = folder.text("pelicanconf.py");
        return published
                .withDefaults(Literals.read("pelicanconf.py", text))
                .with(Config.EXTENSIONS, extensions(text))
                .with(NO_HTML, HTML_OFF.matcher(text).find() ? List.of("html") : List.of());
    }

    /** Returns the extensions that the value of {@code MARKDOWN} names as keys. */
    private static List<String> extensions(String program) {
        Matcher value = MARKDOWN.matcher(program);
        List<String> names = new ArrayList<>();
        if (value.find()) {
            int depth = 0;
            int end = value.end() - 1;
            do {
                depth += program.charAt(end) == '{' ? 1 : program.charAt(end) == '}' ? -1 : 0;
                end++;
            } while (depth > 0 && end < program.length());
            Matcher name = EXTENSION.matcher(program.substring(value.end(), end));
            while (name.find()) {
                names.add(name.group(1));
            }
        }
        return names;
    }

    @Override
    public SiteFacts facts(Config config) {
        return new SiteFacts(
                        config.text("SITENAME"),
                        config.text("SITESUBTITLE", "SITEDESCRIPTION"),
                        config.text("AUTHOR"),
                        SiteFacts.language(config.text("DEFAULT_LANG")),
                        SiteFacts.zone(config.text("TIMEZONE")),
                        null)
                .withHome(config.text("SITEURL"), "");
    }

    /** {@code DEFAULT_METADATA}, whose values apply unless the article overrides them. */
    @Override
    public FrontMatterDefaults defaults(SiteFolder folder, Config config) {
        return FrontMatterDefaults.ofAll(
                new Config(config.source(), config.valuesBelow("DEFAULT_METADATA"), Map.of()).fields());
    }

    private static String content(Config config) {
        return config.textOr("content", "PATH").replaceAll("^\\./|/$", "");
    }

    @Override
    public boolean isArticle(Config config, String path) {
        String content = content(config);
        boolean inside = content.equals(".") || path.startsWith(content + "/") || !path.contains("/");
        boolean html = path.toLowerCase(Locale.ROOT).matches(".*\\.html?");
        return inside
                && !path.startsWith("output/")
                && !(html && !config.list(NO_HTML).isEmpty());
    }

    /** Page folders hold no articles. If article folders are configured, no other folder does. */
    @Override
    public List<PatternKey> exclusions(Config config) {
        String content = content(config);
        List<String> roots = config.each(config.each("ARTICLE_PATHS").isEmpty() ? "ARTICLE_DIR" : "ARTICLE_PATHS");
        List<String> pages = config.each(config.each("PAGE_PATHS").isEmpty() ? "PAGE_DIR" : "PAGE_PATHS");
        boolean usual = pages.isEmpty();
        return List.of(
                new PatternKey(Sense.INCLUDE_ONLY, "ARTICLE_PATHS", PatternSyntax.PATH, content, written(roots)),
                new PatternKey(
                        Sense.EXCLUDE,
                        "ARTICLE_EXCLUDES",
                        PatternSyntax.PATH,
                        content,
                        within(roots, config.each("ARTICLE_EXCLUDES"))),
                new PatternKey(
                        Sense.EXCLUDE,
                        usual ? "" : "PAGE_PATHS",
                        PatternSyntax.PATH,
                        content,
                        within(roots, usual ? List.of("pages") : pages)),
                PatternKey.excluding(config, "IGNORE_FILES", PatternSyntax.GLOB_AT_END, content));
    }

    /** Replaces an empty text, which stands for the content folder itself. */
    private static List<String> written(List<String> paths) {
        return paths.stream().map(path -> path.isBlank() ? "." : path).toList();
    }

    /** Returns the paths that Pelican visits in the article folders. */
    private static List<String> within(List<String> roots, List<String> paths) {
        return paths.stream()
                .map(path -> path.replaceAll("^\\./|/+$", ""))
                .filter(path -> !path.isBlank() && !path.equals("."))
                .filter(path -> roots.isEmpty()
                        || roots.stream()
                                .map(root -> root.replaceAll("^\\.?/|/+$|^\\.$", ""))
                                .anyMatch(root -> root.isEmpty() || path.startsWith(root + "/")))
                .toList();
    }

    @Override
    public boolean readsHtmlHeads() {
        return true;
    }

    @Override
    public NameRules nameRules() {
        return NameRules.LABELS.with(SingleText.LIST);
    }

    @Override
    public List<String> folderCategories(Config config, String path) {
        String rest = path.startsWith(content(config) + "/")
                ? path.substring(content(config).length() + 1)
                : path;
        int slash = rest.lastIndexOf('/');
        String folder = slash < 0 ? "" : rest.substring(0, slash);
        boolean none = folder.isEmpty() || "False".equalsIgnoreCase(config.text("USE_FOLDER_AS_CATEGORY"));
        return List.of(none ? category(config) : folder.substring(folder.lastIndexOf('/') + 1));
    }

    /** Returns the category of articles that have no other. */
    private static String category(Config config) {
        return config.textOr("misc", "DEFAULT_CATEGORY");
    }

    @Override
    public @Nullable String termAddress(Config config, String kind, String name) {
        String pattern = config.textOr(kind + "/{slug}.html", kind.toUpperCase(Locale.ROOT) + "_URL");
        String path = AddressPattern.ofBraces(pattern, part -> part.equals("slug") ? Slugs.ascii(name) : null);
        return path == null ? null : "/" + path.replaceFirst("^/+", "");
    }

    @Override
    public boolean joinsFolderCategories() {
        return false;
    }

    @Override
    public List<String> contentFolders(Config config) {
        return List.of(content(config), "");
    }

    @Override
    public List<String> staticFolders(Config config) {
        return List.of(content(config));
    }

    /** Returns a tag URI (RFC 4151) of host, day and path. */
    @Override
    public String entryId(Post post, String link) {
        URI uri = URI.create(link);
        return "tag:" + uri.getHost() + "," + post.date().toLocalDate() + ":" + uri.getRawPath();
    }

    @Override
    public Set<String> feedPaths() {
        return Set.of(
                "feeds/all.atom.xml",
                "feeds/all.rss.xml",
                "feeds/atom.xml",
                "feeds/rss.xml",
                "feeds/{category}.atom.xml",
                "feeds/{category}.rss.xml",
                "feeds/{author}.atom.xml",
                "feeds/{author}.rss.xml",
                "feeds/{tag}.atom.xml",
                "feeds/{tag}.rss.xml",
                "feeds/tag.{tag}.atom.xml",
                "feeds/tag.{tag}.rss.xml");
    }

    @Override
    public @Nullable String address(Config config, Post post) {
        String own = post.header().text("url");
        String pattern = own != null ? own : config.textOr("{slug}.html", "ARTICLE_URL");
        String path = AddressPattern.ofBraces(pattern, name -> value(config, post, name));
        return path == null ? null : "/" + path.replaceFirst("^/+", "");
    }

    private static @Nullable String value(Config config, Post post, String name) {
        if (name.startsWith("date:")) {
            return AddressPattern.date(name.substring(5), post.date());
        }
        return switch (name) {
            case "slug" -> slug(post);
            case "category" ->
                post.categories().isEmpty()
                        ? Slugs.ascii(category(config))
                        : Slugs.ascii(String.join("/", post.categories().get(0)));
            case "lang" -> config.textOr("en", "DEFAULT_LANG");
            default -> post.header().text(name);
        };
    }

    private static String slug(Post post) {
        String slug = post.header().text("slug");
        String name = post.stem().substring(post.stem().lastIndexOf('/') + 1);
        return slug != null ? slug : Slugs.ascii(post.title().isEmpty() ? name : post.title());
    }
}
