package dev.feedmill.dialect;

import dev.feedmill.article.Visibility.Degree;
import dev.feedmill.dialect.address.AddressPattern;
import dev.feedmill.dialect.address.DatePart;
import dev.feedmill.dialect.address.FileNameDate;
import dev.feedmill.dialect.address.Post;
import dev.feedmill.dialect.address.Rewrites;
import dev.feedmill.dialect.config.Config;
import dev.feedmill.dialect.config.Literals;
import dev.feedmill.dialect.config.SiteFacts;
import dev.feedmill.dialect.config.SiteFolder;
import dev.feedmill.dialect.exclude.PatternKey;
import dev.feedmill.dialect.exclude.PatternSyntax;
import dev.feedmill.dialect.markup.MarkdownItSettings;
import dev.feedmill.dialect.rule.Dialect;
import dev.feedmill.dialect.rule.HoldRules;
import dev.feedmill.dialect.rule.Inclusion;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.template.TemplateRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Dialect of VitePress and VuePress, whose pages' paths are their addresses (vitepress.dev/guide/routing). */
final class VitePress implements Dialect {
    private static final List<String> FOLDERS = List.of(".vitepress/", ".vuepress/");
    private static final HoldRules HOLDS = HoldRules.COMMON.where("layout", Set.of("home"), Degree.NOWHERE);
    private static final List<String> ENDINGS = List.of("config.ts", "config.mts", "config.js", "config.mjs");

    @Override
    public String name() {
        return "vitepress";
    }

    @Override
    public MarkdownRules markdown() {
        return MarkdownRules.VITEPRESS;
    }

    @Override
    public MarkdownRules markdown(Config config) {
        return MarkdownItSettings.options(markdown(), config, "markdown.");
    }

    @Override
    public TemplateRules template() {
        return TemplateRules.VUE;
    }

    @Override
    public Inclusion inclusion(Config config) {
        return new Inclusion(Inclusion.Form.VUE, source(config), "");
    }

    @Override
    public boolean isAt(SiteFolder folder) {
        return FOLDERS.stream().anyMatch(folder::hasFolder);
    }

    @Override
    public Config config(SiteFolder folder) {
        for (String name : FOLDERS) {
            for (String ending : ENDINGS) {
                if (folder.first(name + ending) != null) {
                    return Literals.read(name + ending, folder.text(name + ending));
                }
            }
        }
        return Config.NONE;
    }

    @Override
    public SiteFacts facts(Config config) {
        return SiteFacts.of(config).withHome(config.text("sitemap.hostname", "hostname"), "");
    }

    @Override
    public boolean isArticle(Config config, String path) {
        String source = source(config);
        return !path.startsWith("node_modules/")
                && !path.contains("/node_modules/")
                && (source.isEmpty() || path.startsWith(source + "/"));
    }

    private static String source(Config config) {
        String source = config.textOr("", "srcDir").replaceAll("^\\./|/$", "");
        return source.equals(".") ? "" : source;
    }

    /** VuePress has patterns of included pages instead. */
    @Override
    public List<PatternKey> exclusions(Config config) {
        String source = source(config);
        List<PatternKey> keys = new ArrayList<>(List.of(
                PatternKey.excluding(config, "srcExclude", PatternSyntax.GLOB, source),
                PatternKey.excludingByDefault(PatternSyntax.GLOB, source, "**/node_modules", "**/dist")));
        keys.addAll(PatternKey.withNegations(config, "pagePatterns", PatternSyntax.GLOB, source));
        keys.addAll(PatternKey.withNegations(config, "patterns", PatternSyntax.GLOB, source));
        return keys;
    }

    @Override
    public List<String> contentFolders(Config config) {
        return List.of(source(config));
    }

    /** A link without an ending may lead to a page. */
    @Override
    public boolean linksWithoutEnding() {
        return true;
    }

    @Override
    public String linkRoot(Config config) {
        return config.textOr("/", "base");
    }

    /** The home page is no article. */
    @Override
    public HoldRules holdRules() {
        return HOLDS;
    }

    /** The excerpt mark of createContentLoader. */
    @Override
    public String summaryEnd(Config config) {
        return "---";
    }

    @Override
    public List<String> staticFolders(Config config) {
        String source = source(config);
        return List.of(source.isEmpty() ? "public" : source + "/public", ".vuepress/public");
    }

    @Override
    public @Nullable String address(Config config, Post post) {
        String base = "/" + config.textOr("/", "base").replaceAll("^/+|/+$", "") + "/";
        String own = post.header().text("permalink");
        String pattern = own != null ? own : config.text("permalinkPattern", "permalink");
        String stem = post.stemBelow(source(config));
        String path = pattern == null ? page(config, stem) : filled(pattern, stem, post);
        return path == null ? null : (base + path).replaceAll("/{2,}", "/");
    }

    private static @Nullable String filled(String pattern, String stem, Post post) {
        String name = stem.substring(stem.lastIndexOf('/') + 1);
        return AddressPattern.ofColons(pattern, part -> switch (part) {
            case "slug" -> FileNameDate.without(name);
            case "regular" -> stem;
            default -> DatePart.of(part, post.date());
        });
    }

    private static String page(Config config, String written) {
        String stem = config.derived(Rewrites.class, each -> Rewrites.of(each.valuesBelow("rewrites")))
                .path(written + ".md")
                .replaceFirst("\\.md$", "");
        String name = stem.substring(stem.lastIndexOf('/') + 1);
        boolean readme = name.equalsIgnoreCase("readme") && !config.source().startsWith(".vitepress");
        String folder = stem.substring(0, stem.length() - name.length());
        return name.equals("index") || readme ? folder : config.isTrue("cleanUrls") ? stem : stem + ".html";
    }
}
