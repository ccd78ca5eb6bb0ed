package dev.feedmill.dialect;

import dev.feedmill.dialect.address.FileNameDate;
import dev.feedmill.dialect.address.Post;
import dev.feedmill.dialect.address.Slugs;
import dev.feedmill.dialect.config.Config;
import dev.feedmill.dialect.config.FrontMatterDefaults;
import dev.feedmill.dialect.config.SiteFacts;
import dev.feedmill.dialect.config.SiteFolder;
import dev.feedmill.dialect.exclude.PatternKey;
import dev.feedmill.dialect.exclude.PatternSyntax;
import dev.feedmill.dialect.rule.Dialect;
import dev.feedmill.markdown.Feature;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.markdown.typography.Typography;
import dev.feedmill.template.TemplateRules;
import dev.feedmill.yaml.Mapping;
import dev.feedmill.yaml.Node;
import dev.feedmill.yaml.Scalar;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dialect of Zola (getzola.org/documentation/content/page). */
final class Zola implements Dialect {
    private static final Pattern CODED = Pattern.compile("(.+)\\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\\.[A-Za-z]+");

    @Override
    public String name() {
        return "zola";
    }

    @Override
    public MarkdownRules markdown() {
        return MarkdownRules.GITHUB;
    }

    @Override
    public MarkdownRules markdown(Config config) {
        MarkdownRules rules = markdown()
                .with(Feature.EMOJI, config.text("markdown.render_emoji"))
                .with(Feature.DEFINITION_LISTS, config.text("markdown.definition_list"))
                .with(Feature.CALLOUTS, config.text("markdown.github_alerts"));
        return config.isTrue("markdown.smart_punctuation") ? rules.with(Typography.GOLDMARK) : rules;
    }

    @Override
    public TemplateRules template() {
        return TemplateRules.ZOLA;
    }

    @Override
    public boolean isAt(SiteFolder folder) {
        String file = folder.first("zola.toml", "config.toml");
        return file != null && folder.validText(file).contains("base_url");
    }

    @Override
    public Config config(SiteFolder folder) {
        return folder.config("zola.toml", "config.toml");
    }

    @Override
    public boolean isArticle(Config config, String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return path.startsWith("content/") && !name.startsWith("_index.");
    }

    @Override
    public List<PatternKey> exclusions(Config config) {
        return List.of(PatternKey.excluding(config, "ignored_content", PatternSyntax.CROSSING_GLOB_AT_END, ""));
    }

    /** Zola skips sections that are drafts; other sections only order and list their pages. */
    @Override
    public FrontMatterDefaults defaults(SiteFolder folder, Config config) {
        Set<String> drafts = new HashSet<>();
        for (String index : folder.files("content", path -> path.matches("(?:.*/)?_index(?:\\.[^./]+)?\\.md"))) {
            if (folder.header(index).get("draft") instanceof Scalar text
                    && text.text().equalsIgnoreCase("true")) {
                drafts.add(index.substring(0, index.lastIndexOf('/') + 1));
            }
        }
        return drafts.isEmpty()
                ? FrontMatterDefaults.NONE
                : (path, own) -> drafts.stream().anyMatch(path::startsWith) ? draft(own) : own;
    }

    private static Mapping draft(Mapping own) {
        Map<String, Node> values = new LinkedHashMap<>(own.values());
        values.put("draft", new Scalar("true", own.line()));
        return new Mapping(values, own.lines(), own.line());
    }

    @Override
    public @Nullable String language(Config config, String path) {
        return SiteFacts.language(code(config, path));
    }

    /** Returns the language code before the file's ending; null for the language of the site. */
    private static @Nullable String code(Config config, String path) {
        Matcher name = CODED.matcher(path);
        String code = name.matches() ? name.group(2) : "";
        return config.holds("languages." + code) && !code.isEmpty() ? code : null;
    }

    @Override
    public SiteFacts facts(Config config) {
        return SiteFacts.of(config).withHome(config.text("base_url"), "");
    }

    @Override
    public List<String> contentFolders(Config config) {
        return List.of("content", "");
    }

    @Override
    public List<String> staticFolders(Config config) {
        return List.of("static");
    }

    @Override
    public Set<String> feedPaths() {
        return Set.of(
                "atom.xml",
                "rss.xml",
                "blog/atom.xml",
                "blog/rss.xml",
                "categories/{category}/atom.xml",
                "categories/{category}/rss.xml",
                "tags/{tag}/atom.xml",
                "tags/{tag}/rss.xml");
    }

    @Override
    public @Nullable String address(Config config, Post post) {
        String base = String.valueOf(config.textOr("", "base_url"))
                .replaceFirst("^https?://[^/]+", "")
                .replaceFirst("/$", "");
        String path = post.header().text("path");
        if (path == null) {
            String code = code(config, post.path());
            Matcher coded = CODED.matcher(post.path());
            String stem = post.stemBelow("content");
            stem = code != null && coded.matches() ? stem.substring(0, stem.length() - code.length() - 1) : stem;
            stem = stem.replaceFirst("(^|/)index$", "");
            String folder = stem.contains("/") ? stem.substring(0, stem.lastIndexOf('/') + 1) : "";
            String slug = post.header().text("slug");
            String name = stem.substring(folder.length());
            String undated = config.isTrue("slugify.paths_keep_dates") ? name : FileNameDate.without(name);
            path = (code == null ? "" : code + "/") + folder + slugged(config, slug != null ? slug : undated);
        }
        return (base + "/" + path + "/").replaceAll("/{2,}", "/");
    }

    private static String slugged(Config config, String name) {
        return switch (config.textOr("on", "slugify.paths")) {
            case "off" -> name;
            case "safe" -> name.strip().replaceAll("[\\s]+", "_").replaceAll("[<>:/|?*#\\\\()\\[\\]]", "");
            default -> Slugs.ascii(name);
        };
    }
}
