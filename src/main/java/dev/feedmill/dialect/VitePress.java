package dev.feedmill.dialect;

import dev.feedmill.dialect.address.Post;
import dev.feedmill.dialect.config.Config;
import dev.feedmill.dialect.config.Literals;
import dev.feedmill.dialect.config.SiteFacts;
import dev.feedmill.dialect.config.SiteFolder;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.template.TemplateRules;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** VitePress and VuePress, whose pages lie where their addresses are (vitepress.dev/guide/routing). */
final class VitePress implements Dialect {
    private static final List<String> FOLDERS = List.of(".vitepress/", ".vuepress/");
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
    public TemplateRules template() {
        return TemplateRules.VUE;
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
        return !path.startsWith("node_modules/") && !path.contains("/node_modules/");
    }

    @Override
    public boolean linksWithoutEnding() {
        return true;
    }

    /** Of createContentLoader. */
    @Override
    public String summaryEnd(Config config) {
        return "---";
    }

    @Override
    public List<String> staticFolders(Config config) {
        return List.of("public", ".vuepress/public");
    }

    @Override
    public @Nullable String address(Config config, Post post) {
        String base = "/" + config.textOr("/", "base").replaceAll("^/+|/+$", "") + "/";
        String own = post.header().text("permalink");
        String path = own != null
                ? own
                : page(config, post.stemBelow(config.textOr("", "srcDir").replaceAll("^\\./|/$", "")));
        return (base + path).replaceAll("/{2,}", "/");
    }

    private static String page(Config config, String stem) {
        String name = stem.substring(stem.lastIndexOf('/') + 1);
        boolean index = name.equals("index") || name.toLowerCase(Locale.ROOT).equals("readme");
        String folder = stem.substring(0, stem.length() - name.length());
        return index ? folder : config.isTrue("cleanUrls") ? stem : stem + ".html";
    }
}
