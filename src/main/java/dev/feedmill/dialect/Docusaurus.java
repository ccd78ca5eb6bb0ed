package dev.feedmill.dialect;

import dev.feedmill.dialect.address.DatePart;
import dev.feedmill.dialect.address.Post;
import dev.feedmill.dialect.config.Config;
import dev.feedmill.dialect.config.SiteFacts;
import dev.feedmill.dialect.config.SiteFolder;
import dev.feedmill.dialect.exclude.PatternKey;
import dev.feedmill.dialect.exclude.PatternKey.Sense;
import dev.feedmill.dialect.exclude.PatternSyntax;
import dev.feedmill.dialect.rule.Dialect;
import dev.feedmill.dialect.rule.Inclusion;
import dev.feedmill.dialect.rule.NameRules;
import dev.feedmill.markdown.Feature;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.template.TemplateRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dialect of Docusaurus, whose blog is a folder of its own (docusaurus.io/docs/blog). */
final class Docusaurus implements Dialect {
    private static final String[] CONFIGS = {
        "docusaurus.config.js", "docusaurus.config.ts", "docusaurus.config.mjs", "docusaurus.config.cjs"
    };
    private static final Pattern TRANSLATION =
            Pattern.compile("[^/]+/([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)/docusaurus-plugin-content-blog[^/]*/");
    private static final Pattern DATED =
            Pattern.compile("(?:(.*)/)?(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})[-/]?(.*?)(?:/index)?");

    @Override
    public String name() {
        return "docusaurus";
    }

    @Override
    public Inclusion inclusion(Config config) {
        return new Inclusion(Inclusion.Form.MDX, "", "");
    }

    /** Its blog does so, whatever the front matter says. */
    @Override
    public boolean removesTitleHeading() {
        return true;
    }

    @Override
    public boolean titlesFromFileNames() {
        return true;
    }

    @Override
    public MarkdownRules markdown() {
        return MarkdownRules.GITHUB.with(Feature.HIGHLIGHT_COMMENTS).mdx();
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
        return folder.config(CONFIGS);
    }

    @Override
    public SiteFacts facts(Config config) {
        SiteFacts facts = SiteFacts.of(config).withHome(config.text("url"), config.textOr("/", "baseUrl"));
        String language = SiteFacts.language(config.text("i18n.defaultLocale"));
        return new SiteFacts(
                facts.title(),
                facts.description(),
                facts.author(),
                language == null ? facts.language() : language,
                facts.zone(),
                facts.home());
    }

    private static String blog(Config config) {
        return config.textOr("blog", "blog.path").replaceAll("^\\./|/$", "");
    }

    /** Articles are its posts and their translations. */
    @Override
    public boolean isArticle(Config config, String path) {
        return folder(config, path) != null;
    }

    /** Returns the posts folder that contains a file; null for none. */
    private static @Nullable String folder(Config config, String path) {
        if (path.startsWith(blog(config) + "/")) {
            return blog(config);
        }
        Matcher translation = TRANSLATION.matcher(path);
        List<String> locales = config.list("i18n.locales");
        return translation.lookingAt()
                        && path.startsWith(config.textOr("i18n", "i18n.path") + "/")
                        && (locales.isEmpty() || locales.contains(translation.group(1)))
                ? translation.group().replaceFirst("/$", "")
                : null;
    }

    /** Returns the language code of a translation; null for the language of the site. */
    private static @Nullable String locale(Config config, String path) {
        Matcher translation = TRANSLATION.matcher(path);
        String locale = !path.startsWith(blog(config) + "/") && translation.lookingAt() ? translation.group(1) : null;
        return locale == null || locale.equals(config.text("i18n.defaultLocale")) ? null : locale;
    }

    @Override
    public @Nullable String language(Config config, String path) {
        String locale = locale(config, path);
        return locale == null
                ? null
                : SiteFacts.language(config.textOr(locale, "i18n.localeConfigs." + locale + ".htmlLang"));
    }

    /**
     * Excludes names that begin with an underscore, which are partials, unless the configuration has its own patterns.
     */
    @Override
    public List<PatternKey> exclusions(Config config) {
        List<String> own = config.each("blog.exclude");
        List<String> out = own.isEmpty() ? List.of("**/_*", "**/*.test.*", "**/__tests__") : own;
        List<PatternKey> keys = new ArrayList<>();
        for (String folder : List.of(blog(config), config.textOr("i18n", "i18n.path"))) {
            String prefix = folder.equals(blog(config)) ? "" : "*/docusaurus-plugin-content-blog*/";
            keys.add(pathKey(Sense.EXCLUDE, own.isEmpty() ? "" : "exclude", folder, prefix, out));
            keys.add(pathKey(Sense.INCLUDE_ONLY, "include", folder, prefix, config.each("blog.include")));
        }
        return keys;
    }

    private static PatternKey pathKey(Sense sense, String key, String folder, String prefix, List<String> patterns) {
        List<String> whole = patterns.stream()
                .map(pattern -> prefix + pattern.replaceFirst("^(?:\\./|/)+", ""))
                .toList();
        return new PatternKey(sense, key, PatternSyntax.GLOB, folder, whole);
    }

    @Override
    public NameRules nameRules() {
        return NameRules.LABELS.withKeys();
    }

    @Override
    public List<String> contentFolders(Config config) {
        return List.of("", blog(config));
    }

    @Override
    public List<String> staticFolders(Config config) {
        return List.of("static");
    }

    /** An {@code id} names the document for links. */
    @Override
    public List<String> idKeys() {
        return List.of("guid");
    }

    @Override
    public String linkRoot(Config config) {
        return config.textOr("/", "baseUrl");
    }

    @Override
    public Set<String> feedPaths(Config config) {
        String route = route(config);
        String folder = route.isEmpty() ? "" : route + "/";
        return Set.of(folder + "rss.xml", folder + "atom.xml", folder + "feed.json");
    }

    private static String route(Config config) {
        return config.textOr("blog", "blog.routeBasePath").replaceAll("^/+|/+$", "");
    }

    @Override
    public Map<String, String> authors(SiteFolder folder, Config config) {
        String file = folder.first(blog(config) + "/authors.yml", blog(config) + "/authors.json");
        return file == null ? Map.of() : people(Config.of(file, folder.table(file)));
    }

    @Override
    public Map<String, String> tags(SiteFolder folder, Config config) {
        String file = folder.first(blog(config) + "/" + config.textOr("tags.yml", "blog.tags"));
        return file == null ? Map.of() : named(Config.of(file, folder.table(file)), ".label");
    }

    /** Returns names by keys, from a table with a {@code name} below each key. */
    static Map<String, String> people(Config table) {
        return named(table, ".name");
    }

    private static Map<String, String> named(Config table, String below) {
        Map<String, String> names = new LinkedHashMap<>();
        table.values().forEach((key, value) -> {
            String own = key.endsWith(below) ? key.substring(0, key.length() - below.length()) : "";
            if (!own.isEmpty() && own.indexOf('.') < 0) {
                names.put(own, value);
            }
        });
        return names;
    }

    @Override
    public @Nullable String address(Config config, Post post) {
        String base = config.textOr("/", "baseUrl").replaceAll("^/+|/+$", "");
        String route = route(config);
        String slug = post.header().text("slug");
        String folder = folder(config, post.path());
        String path = slug == null ? path(post.stemBelow(folder == null ? blog(config) : folder)) : slug;
        String locale = locale(config, post.path());
        String prefix = locale == null ? "" : config.textOr(locale, "i18n.localeConfigs." + locale + ".path");
        return ("/" + base + "/" + prefix + "/" + route + "/" + path).replaceAll("/{2,}", "/");
    }

    private static String path(String stem) {
        Matcher dated = DATED.matcher(stem);
        if (!dated.matches()) {
            return stem.replaceFirst("/index$", "");
        }
        String folder = dated.group(1) == null ? "" : dated.group(1) + "/";
        return folder + dated.group(2) + "/" + DatePart.two(Integer.parseInt(dated.group(3))) + "/"
                + DatePart.two(Integer.parseInt(dated.group(4)))
                + (dated.group(5).isEmpty() ? "" : "/" + dated.group(5));
    }
}
