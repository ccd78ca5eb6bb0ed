package dev.feedmill.dialect;

import dev.feedmill.dialect.address.Post;
import dev.feedmill.dialect.config.Config;
import dev.feedmill.dialect.config.Literals;
import dev.feedmill.dialect.config.SiteFacts;
import dev.feedmill.dialect.config.SiteFolder;
import dev.feedmill.dialect.exclude.PatternKey;
import dev.feedmill.dialect.exclude.PatternKey.Sense;
import dev.feedmill.dialect.exclude.PatternSyntax;
import dev.feedmill.dialect.rule.Dialect;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.markdown.typography.Typography;
import dev.feedmill.template.TemplateRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dialect of Astro, whose articles are in content collections (docs.astro.build/en/guides/content-collections). */
final class Astro implements Dialect {
    private static final String[] CONFIGS = {
        "astro.config.mjs", "astro.config.ts", "astro.config.js", "astro.config.mts", "astro.config.cjs"
    };

    private static final String[] COLLECTIONS = {
        "src/content.config.ts", "src/content.config.mts", "src/content.config.js", "src/content.config.mjs",
        "src/content/config.ts", "src/content/config.mts", "src/content/config.js", "src/content/config.mjs"
    };
    private static final Pattern LOADER = Pattern.compile("\\bglob\\s*\\(");
    private static final String LOADED = "pattern of ";

    @Override
    public String name() {
        return "astro";
    }

    @Override
    public MarkdownRules markdown() {
        return MarkdownRules.ASTRO;
    }

    @Override
    public MarkdownRules markdown(Config config) {
        boolean smart = !MarkdownRules.isNo(config.text("markdown.smartypants"));
        return smart ? markdown() : markdown().with(Typography.NONE);
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
        Config config = folder.config(CONFIGS);
        for (String name : List.of("src/consts.ts", "src/config.ts", "src/site.config.ts")) {
            config = folder.first(name) == null ? config : config.withDefaults(Literals.read(name, folder.text(name)));
        }
        String collections = folder.first(COLLECTIONS);
        return collections == null ? config : config.withDefaults(loaders(collections, folder.text(collections)));
    }

    /** Returns the patterns that collections load, by their folders. */
    private static Config loaders(String file, String program) {
        Map<String, List<String>> patterns = new LinkedHashMap<>();
        Matcher call = LOADER.matcher(program);
        while (call.find()) {
            int end = program.indexOf(")", call.end());
            Config loader = Literals.read(file, program.substring(call.end(), end < 0 ? program.length() : end));
            String base = loader.textOr("", "base").replaceAll("^(?:\\./|/)+|/+$", "");
            if (!loader.each("pattern").isEmpty()) {
                patterns.computeIfAbsent(LOADED + base, key -> new ArrayList<>())
                        .addAll(loader.each("pattern"));
            }
        }
        return new Config("", Map.of(), patterns);
    }

    /**
     * Returns the patterns that collections load or, without any, an exclusion of names that begin with an underscore.
     */
    @Override
    public List<PatternKey> exclusions(Config config) {
        List<PatternKey> keys = new ArrayList<>();
        config.keys().stream().filter(key -> key.startsWith(LOADED)).forEach(key -> {
            String folder = key.substring(LOADED.length());
            keys.addAll(PatternKey.withNegations(config, key, PatternSyntax.GLOB, folder));
            List<String> loaded = keys.get(keys.size() - 1).patterns();
            keys.add(new PatternKey(Sense.KEEP, key, PatternSyntax.GLOB, folder, loaded));
        });
        // A file that one collection loads is an article, even if another does not load it.
        keys.sort(Comparator.comparing(PatternKey::sense));
        keys.add(PatternKey.excludingByDefault(PatternSyntax.GLOB, "", "{src/{content,data,pages},content}/**/_*"));
        return keys;
    }

    @Override
    public SiteFacts facts(Config config) {
        return new SiteFacts(
                        config.text("SITE_TITLE", "title", "SITE.title"),
                        config.text("SITE_DESCRIPTION", "description", "SITE.desc"),
                        config.text("author", "SITE.author"),
                        null,
                        null,
                        null)
                .withHome(config.text("site", "website", "SITE.website"), config.textOr("", "base"));
    }

    @Override
    public boolean isArticle(Config config, String path) {
        return path.startsWith("src/content/")
                || path.startsWith("src/data/")
                || path.startsWith("src/pages/")
                || path.startsWith("content/");
    }

    @Override
    public List<String> contentFolders(Config config) {
        return List.of("src/content", "src/pages", "");
    }

    @Override
    public List<String> staticFolders(Config config) {
        return List.of("public");
    }

    @Override
    public String basePath(Config config) {
        return config.textOr("", "base");
    }

    @Override
    public Set<String> feedPaths() {
        return Set.of("rss.xml", "feed.xml", "atom.xml");
    }

    @Override
    public @Nullable String address(Config config, Post post) {
        String base = config.textOr("", "base").replaceAll("^/+|/+$", "");
        String path = post.path().startsWith("src/pages/")
                ? post.stemBelow("src/pages")
                : post.stem().replaceFirst("^(src/)?(content|data)/", "");
        String own = post.header().text("permalink");
        String slug = post.header().text("slug");
        if (own != null) {
            path = own;
        } else if (slug != null) {
            path = path.contains("/") ? path.substring(0, path.indexOf('/') + 1) + slug : slug;
        }
        String page = path.replaceFirst("(^|/)index$", "$1");
        boolean file = "file".equals(config.text("build.format")) || "never".equals(config.text("trailingSlash"));
        return ("/" + base + "/" + page + (file ? "" : "/")).replaceAll("/{2,}", "/");
    }
}
