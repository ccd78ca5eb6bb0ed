package dev.feedmill.dialect;

import dev.feedmill.dialect.address.FileNameDate;
import dev.feedmill.dialect.address.Post;
import dev.feedmill.dialect.address.Slugs;
import dev.feedmill.dialect.config.Config;
import dev.feedmill.dialect.config.DataFiles;
import dev.feedmill.dialect.config.FolderDefaults;
import dev.feedmill.dialect.config.FrontMatterDefaults;
import dev.feedmill.dialect.config.SiteFolder;
import dev.feedmill.dialect.exclude.PatternKey;
import dev.feedmill.dialect.exclude.PatternSyntax;
import dev.feedmill.dialect.markup.MarkdownItSettings;
import dev.feedmill.dialect.rule.Dialect;
import dev.feedmill.markdown.Feature;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.template.TemplateRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dialect of Eleventy (11ty.dev/docs/permalinks, dates, config). */
final class Eleventy implements Dialect {
    private static final String[] CONFIGS = {
        ".eleventy.js", "eleventy.config.js", "eleventy.config.cjs", "eleventy.config.mjs", "eleventy.config.ts"
    };
    private static final Pattern OPTION = Pattern.compile("(?:.*\\.)?(?:breaks|linkify|typographer)");
    private static final String GLOBAL = "global.";
    private static final String IGNORE_FILE = ".eleventyignore";
    private static final String GIT_FILE = ".gitignore";

    private static final List<Folder> FOLDERS = List.of(
            new Folder("dir.includes", "setIncludesDirectory", "_includes", true),
            new Folder("dir.layouts", "setLayoutsDirectory", "", true),
            new Folder("dir.data", "setDataDirectory", "_data", true),
            new Folder("dir.output", "setOutputDirectory", "_site", false));

    /** Key for enabled indented code, which Eleventy switches off by default. */
    private static final String CODE = "indented code";

    private static final Pattern CALL = Pattern.compile("\\{\\{-?\\s*([\\w.]+)\\s*((?:\\|[^{}|]+)*)-?\\}\\}");

    @Override
    public String name() {
        return "eleventy";
    }

    @Override
    public MarkdownRules markdown() {
        return MarkdownRules.MARKDOWN_IT;
    }

    @Override
    public MarkdownRules markdown(Config config) {
        MarkdownRules rules = MarkdownItSettings.options(markdown(), config, options(config));
        return config.list(CODE).isEmpty() ? rules : rules.with(Feature.INDENTED_CODE);
    }

    @Override
    public TemplateRules template() {
        return TemplateRules.ELEVENTY;
    }

    @Override
    public boolean isAt(SiteFolder folder) {
        return folder.first(CONFIGS) != null || folder.packageJson().dependsOn("@11ty/eleventy");
    }

    @Override
    public Config config(SiteFolder folder) {
        Config config = folder.config(CONFIGS);
        // The data folder is relative to the input folder, and may be outside it.
        String data = FOLDERS.get(2).path(config, input(config));
        Config global = DataFiles.read(folder, data, GLOBAL);
        Config whole = config.withDefaults(global)
                .with(IGNORE_FILE, ignored(folder, IGNORE_FILE, config))
                .with(GIT_FILE, usesGit(config) ? ignored(folder, GIT_FILE, config) : List.of())
                .with(Config.PACKAGES, folder.packageJson().markdownPackages())
                .with(CODE, program(folder).contains(".enable(\"code\")") ? List.of("code") : List.of());
        // The file of site metadata has no standard name.
        for (String facts : List.of("metadata", "site", "meta")) {
            whole = whole.withDefaults(global.section(GLOBAL + facts));
        }
        return whole;
    }

    /** Finds the markdown-it options in the program, where their name is up to its author. */
    private static String options(Config config) {
        return config.values().keySet().stream()
                .filter(key -> !key.startsWith(GLOBAL) && OPTION.matcher(key).matches())
                .sorted()
                .findFirst()
                .map(key -> key.substring(0, key.lastIndexOf('.') + 1))
                .orElse("");
    }

    private static String program(SiteFolder folder) {
        String name = folder.first(CONFIGS);
        return name == null ? "" : folder.text(name).replace('\'', '"');
    }

    private static boolean usesGit(Config config) {
        return !config.list("setUseGitIgnore").contains("false");
    }

    /** Returns ignored paths below the root of the site; no line can negate another (11ty.dev/docs/ignores). */
    private static List<String> ignored(SiteFolder folder, String name, Config config) {
        List<String> globs = new ArrayList<>();
        // Only the root {@code .gitignore} counts.
        for (String base : name.equals(GIT_FILE) ? Set.of("") : new TreeSet<>(List.of("", input(config)))) {
            String prefix = base.isEmpty() ? "" : base + "/";
            folder.text(prefix + name)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith("!"))
                    .map(line -> prefix + line.replaceFirst("^(\\./|/)", ""))
                    .forEach(globs::add);
        }
        return globs;
    }

    @Override
    public List<PatternKey> exclusions(Config config) {
        List<PatternKey> keys = new ArrayList<>(List.of(
                PatternKey.excluding(config, IGNORE_FILE, PatternSyntax.GLOB, ""),
                PatternKey.excluding(config, GIT_FILE, PatternSyntax.GLOB, ""),
                PatternKey.excluding(config, "ignores.add", PatternSyntax.GLOB, "")));
        for (Folder folder : FOLDERS) {
            String path = folder.path(config, folder.inInput() ? input(config) : "");
            boolean all = path.isEmpty() || (input(config) + "/").startsWith(path + "/");
            if (!all) {
                keys.add(PatternKey.excludingByDefault(PatternSyntax.PATH, "", path));
            }
        }
        return keys;
    }

    /**
     * A folder whose files are no pages.
     *
     * @param key under which the configuration names it
     * @param call that sets it in the program
     * @param inInput whether it is relative to the input folder
     */
    private record Folder(String key, String call, String otherwise, boolean inInput) {
        String path(Config config, String base) {
            List<String> called = config.list(call);
            String name = called.isEmpty() ? config.textOr(otherwise, key) : called.get(called.size() - 1);
            String path = name.isBlank() || name.equals(".")
                    ? ""
                    : Path.of(base, name).normalize().toString().replace('\\', '/');
            return path.equals(base) ? "" : path;
        }
    }

    /** Data of folders and of single files, not of the whole site. */
    @Override
    public FrontMatterDefaults defaults(SiteFolder folder, Config config) {
        String input = input(config);
        return FolderDefaults.of(
                folder,
                folder.files(
                        input,
                        path -> FolderDefaults.isData(path)
                                && isArticle(config, path.replaceFirst("\\.[^./]+$", ".md"))));
    }

    private static String input(Config config) {
        List<String> called = config.list("setInputDirectory");
        String written = called.isEmpty() ? config.textOr("", "dir.input") : called.get(called.size() - 1);
        String input = written.replaceAll("^\\./|/$", "");
        return input.equals(".") ? "" : input;
    }

    @Override
    public boolean isArticle(Config config, String path) {
        String input = input(config);
        boolean template = path.startsWith("_includes/") || path.contains("/_includes/") || path.startsWith("_data/");
        return !template
                && !path.startsWith("node_modules/")
                && !path.startsWith("_site/")
                && !path.equalsIgnoreCase("README.md")
                && (input.isEmpty() || path.startsWith(input + "/"));
    }

    @Override
    public Set<String> feedPaths() {
        return Set.of("feed.xml", "feed/feed.xml", "feed/feed.json", "feed.json", "feed/pretty-atom-feed.xml");
    }

    @Override
    public String feedFormat() {
        return "atom";
    }

    /** Passthrough copies are set in code, so these are their usual names. */
    @Override
    public List<String> staticFolders(Config config) {
        return List.of(input(config), "public", "static", "assets");
    }

    @Override
    public @Nullable String address(Config config, Post post) {
        String own = post.header().text("permalink");
        if (own != null) {
            String filled = fill(config, own, post);
            return filled == null
                    ? null
                    : ("/" + filled).replaceAll("/{2,}", "/").replaceFirst("/index\\.html$", "/");
        }
        String stem = post.stemBelow(input(config));
        String folder = stem.replaceFirst("(^|/)[^/]*$", "");
        String name = stem.substring(stem.lastIndexOf('/') + 1);
        boolean index = name.equals("index") || folder.endsWith("/" + name) || folder.equals(name);
        String path = index ? folder : folder.isEmpty() ? name : folder + "/" + name;
        return path.isEmpty() ? "/" : "/" + path + "/";
    }

    private static @Nullable String fill(Config config, String pattern, Post post) {
        StringBuilder filled = new StringBuilder();
        Matcher call = CALL.matcher(pattern);
        while (call.find()) {
            String value = value(config, call.group(1), post);
            if (value == null) {
                return null;
            }
            boolean slug = call.group(2).matches(".*\\|\\s*slug(ify)?\\b.*");
            call.appendReplacement(filled, Matcher.quoteReplacement(slug ? Slugs.unicode(value) : value));
        }
        String text = call.appendTail(filled).toString();
        return text.contains("{") ? null : text;
    }

    private static @Nullable String value(Config config, String name, Post post) {
        String stem = FileNameDate.without(post.stemBelow(input(config)));
        return switch (name) {
            case "page.fileSlug" -> {
                String last = stem.substring(stem.lastIndexOf('/') + 1);
                String folder = stem.replaceFirst("(^|/)[^/]*$", "");
                yield last.equals("index") ? folder.substring(folder.lastIndexOf('/') + 1) : last;
            }
            case "page.filePathStem" -> "/" + stem;
            default -> post.header().text(name);
        };
    }
}
