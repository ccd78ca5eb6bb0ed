package dev.feedmill.dialect;

import dev.feedmill.dialect.address.Post;
import dev.feedmill.dialect.config.CascadeDefaults;
import dev.feedmill.dialect.config.Config;
import dev.feedmill.dialect.config.ConfigFolders;
import dev.feedmill.dialect.config.ContentLanguages;
import dev.feedmill.dialect.config.FrontMatterDefaults;
import dev.feedmill.dialect.config.PageBundles;
import dev.feedmill.dialect.config.SiteFacts;
import dev.feedmill.dialect.config.SiteFolder;
import dev.feedmill.dialect.exclude.PatternKey;
import dev.feedmill.dialect.exclude.PatternKey.Sense;
import dev.feedmill.dialect.exclude.PatternSyntax;
import dev.feedmill.dialect.markup.GoldmarkSettings;
import dev.feedmill.dialect.rule.AliasRule;
import dev.feedmill.dialect.rule.Dialect;
import dev.feedmill.dialect.rule.NameRules;
import dev.feedmill.dialect.rule.NameRules.SingleText;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.template.TemplateRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Dialect of Hugo (gohugo.io/configuration/permalinks, content-management/urls, organization). */
final class Hugo implements Dialect {

    @Override
    public String name() {
        return "hugo";
    }

    @Override
    public MarkdownRules markdown() {
        return MarkdownRules.GOLDMARK;
    }

    @Override
    public MarkdownRules markdown(Config config) {
        return GoldmarkSettings.of(config);
    }

    @Override
    public TemplateRules template() {
        return TemplateRules.HUGO;
    }

    @Override
    public boolean isAt(SiteFolder folder) {
        String file = ConfigFolders.file(folder);
        boolean own = file != null
                && (file.startsWith("hugo.")
                        || folder.validText(file).toLowerCase(Locale.ROOT).contains("baseurl")
                        || (folder.hasFolder("content") && folder.unreadable().isWhole()));
        return own || folder.hasFolder("config/_default") || (folder.hasFolder("content") && hasOtherSigns(folder));
    }

    /** Returns whether the folder has other files of Hugo, for a configuration kept elsewhere. */
    private static boolean hasOtherSigns(SiteFolder folder) {
        return folder.hasFolder("archetypes")
                || folder.hasFolder("layouts/_default")
                || folder.hasFolder("layouts/shortcodes")
                || folder.hasFolder("layouts/_shortcodes")
                || folder.first(".hugo_build.lock", "hugo_stats.json") != null;
    }

    @Override
    public Config config(SiteFolder folder) {
        return new ConfigFolders(folder).config();
    }

    @Override
    public SiteFacts facts(Config config) {
        String language = config.textOr("en", "defaultcontentlanguage");
        SiteFacts facts = SiteFacts.of(config).withHome(config.text("baseurl"), "");
        String title = config.text("title", "languages." + language + ".title");
        String tag = SiteFacts.language(config.text(
                "locale", "languagecode", "languages." + language + ".languagecode", "defaultcontentlanguage"));
        return new SiteFacts(
                title,
                config.text("params.description", "languages." + language + ".params.description", "description"),
                facts.author(),
                tag,
                facts.zone(),
                facts.home());
    }

    /** List pages are no articles. */
    @Override
    public boolean isArticle(Config config, String path) {
        ContentLanguages languages = languages(config);
        String name = path.substring(path.lastIndexOf('/') + 1);
        return languages.folder(path, false) != null
                && !name.startsWith("_index.")
                && !languages.isDisabled(languages.of(path));
    }

    private static ContentLanguages languages(Config config) {
        return config.derived(ContentLanguages.class, ContentLanguages::new);
    }

    /**
     * Excludes regular expressions of whole paths, and what mounts exclude (gohugo.io/configuration/all/#ignorefiles,
     * gohugo.io/configuration/module/#mounts).
     */
    @Override
    public List<PatternKey> exclusions(Config config) {
        List<PatternKey> keys = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String key : config.keys()) {
            String small = key.toLowerCase(Locale.ROOT);
            // Each key appears as written and in lower case too.
            if (small.matches("(?:languages\\.[^.]+\\.)?ignorefiles") && seen.add(small)) {
                keys.add(PatternKey.excluding(config, key, PatternSyntax.REGEX, ""));
            }
        }
        for (int i = 0; config.holds("module.mounts." + i); i++) {
            String mount = "module.mounts." + i + ".";
            if (config.textOr("", mount + "target").matches("content(?:/.*)?")) {
                String source = ContentLanguages.folder(config.textOr("content", mount + "source"));
                keys.add(
                        PatternKey.of(Sense.KEEP, config, mount + "includefiles", PatternSyntax.ANY_CASE_GLOB, source));
                keys.add(PatternKey.excluding(config, mount + "excludefiles", PatternSyntax.ANY_CASE_GLOB, source));
                keys.add(PatternKey.of(
                        Sense.INCLUDE_ONLY, config, mount + "includefiles", PatternSyntax.ANY_CASE_GLOB, source));
                keys.addAll(PatternKey.withNegations(config, mount + "files", PatternSyntax.ANY_CASE_GLOB, source));
            }
        }
        return keys;
    }

    /** Files beside the index of a leaf bundle belong to it (gohugo.io/content-management/page-bundles). */
    @Override
    public PageBundles bundles(SiteFolder folder, Config config) {
        ContentLanguages languages = languages(config);
        return new PageBundles(folder.path(), languages.indexes(), path -> languages.folder(path, false));
    }

    @Override
    public FrontMatterDefaults defaults(SiteFolder folder, Config config) {
        ContentLanguages languages = languages(config);
        List<String> indexes = new ArrayList<>();
        for (String content : languages.folders()) {
            indexes.addAll(folder.files(content, path -> path.matches("(?:.*/)?_index\\.[^/]+")));
        }
        return CascadeDefaults.of(
                folder,
                new ConfigFolders(folder).all("cascade"),
                indexes.stream().distinct().toList(),
                languages::place);
    }

    @Override
    public @Nullable String language(Config config, String path) {
        ContentLanguages languages = languages(config);
        String code = languages.of(path);
        return languages.isFirst(code)
                ? null
                : SiteFacts.language(config.textOr(code, "languages." + code + ".languagecode"));
    }

    @Override
    public NameRules nameRules() {
        return NameRules.LABELS.with(SingleText.NAME);
    }

    /** {@code publishDate} holds an article back but is not its date (gohugo.io/content-management/front-matter). */
    @Override
    public boolean datesByRelease() {
        return false;
    }

    /** Only keys of the site's taxonomies name terms (gohugo.io/content-management/taxonomies). */
    @Override
    public NameRules nameRules(Config config) {
        boolean topics = config.valuesBelow("taxonomies").containsValue("topics");
        return topics ? nameRules() : nameRules().withoutTags("topics");
    }

    @Override
    public List<String> dateKeys() {
        return List.of("date", "publishdate", "pubdate", "published", "lastmod", "modified");
    }

    @Override
    public List<String> contentFolders(Config config) {
        List<String> folders = new ArrayList<>(languages(config).folders());
        folders.add("");
        return folders;
    }

    @Override
    public List<String> staticFolders(Config config) {
        List<String> folders = new ArrayList<>(config.each("staticDir"));
        folders.add("static");
        folders.add("assets");
        return folders;
    }

    @Override
    public AliasRule aliases() {
        return AliasRule.FROM_FOLDER;
    }

    @Override
    public Set<String> feedPaths() {
        return Set.of(
                "index.xml",
                "rss.xml",
                "feed.xml",
                "atom.xml",
                "post/index.xml",
                "posts/index.xml",
                "blog/index.xml",
                "categories/{category}/index.xml",
                "tags/{tag}/index.xml",
                "authors/{author}/index.xml");
    }

    @Override
    public @Nullable String address(Config config, Post post) {
        return new HugoAddress(config, languages(config), post).path();
    }

    @Override
    public boolean isDraft(Config config, String path) {
        return Arrays.asList(path.split("/", -1)).contains("_drafts");
    }
}
