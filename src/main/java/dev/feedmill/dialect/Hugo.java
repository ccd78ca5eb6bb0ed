package dev.feedmill.dialect;

import dev.feedmill.dialect.NameRules.OneText;
import dev.feedmill.dialect.address.AddressPattern;
import dev.feedmill.dialect.address.DatePart;
import dev.feedmill.dialect.address.Post;
import dev.feedmill.dialect.address.Slugs;
import dev.feedmill.dialect.config.Config;
import dev.feedmill.dialect.config.SiteFacts;
import dev.feedmill.dialect.config.SiteFolder;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.template.TemplateRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hugo (gohugo.io/configuration/permalinks, content-management/urls, organization). */
final class Hugo implements Dialect {
    private static final String[] CONFIGS = {
        "hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml", "config.yaml", "config.yml", "config.json"
    };
    private static final Pattern DATE_PREFIX = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?:-\\d{2}-\\d{2}-\\d{2})?[_-]+");

    @Override
    public String name() {
        return "hugo";
    }

    @Override
    public MarkdownRules markdown() {
        return MarkdownRules.GOLDMARK;
    }

    @Override
    public TemplateRules template() {
        return TemplateRules.HUGO;
    }

    @Override
    public boolean isAt(SiteFolder folder) {
        String file = folder.first(CONFIGS);
        boolean own = file != null
                && (file.startsWith("hugo.")
                        || folder.text(file).toLowerCase(Locale.ROOT).contains("baseurl"));
        return own
                || folder.hasFolder("config/_default")
                || (folder.hasFolder("content") && folder.hasFolder("archetypes"));
    }

    @Override
    public Config config(SiteFolder folder) {
        Config config = Config.NONE;
        for (String base : List.of("", "config/_default/")) {
            for (String name : CONFIGS) {
                if (folder.first(base + name) != null) {
                    config = config.over(Config.of(base + name, folder.fields(base + name)));
                }
            }
            for (String part : List.of("params", "permalinks", "taxonomies", "languages")) {
                String file = folder.first(
                        base + part + ".toml", base + part + ".yaml", base + part + ".yml", base + part + ".json");
                if (!base.isEmpty() && file != null) {
                    config = config.over(below(part, Config.of(file, folder.fields(file))));
                }
            }
        }
        return config;
    }

    private static Config below(String part, Config config) {
        java.util.Map<String, String> values = new java.util.TreeMap<>();
        config.values().forEach((key, value) -> values.put(part + "." + key, value));
        return new Config(config.source(), values, java.util.Map.of());
    }

    @Override
    public SiteFacts facts(Config config) {
        String language = text(config, "defaultContentLanguage");
        SiteFacts facts = SiteFacts.of(config).withHome(text(config, "baseURL"), "");
        String title = config.text("languages." + language + ".title");
        return facts.title() != null || title == null
                ? facts
                : new SiteFacts(
                        title, facts.description(), facts.author(), facts.language(), facts.zone(), facts.home());
    }

    /** Hugo's own keys are compared without their case. */
    private static @Nullable String text(Config config, String key) {
        String value = config.text(key);
        return value != null
                ? value
                : config.values().entrySet().stream()
                        .filter(entry -> entry.getKey().equalsIgnoreCase(key))
                        .map(java.util.Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
    }

    /** Lists have pages of their own; what lies beside the index of a bundle belongs to it. */
    @Override
    public boolean isArticle(Config config, String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return contentFolder(config, path) != null && !name.startsWith("_index.");
    }

    private static @Nullable String contentFolder(Config config, String path) {
        Set<String> folders = new LinkedHashSet<>();
        config.values().forEach((key, value) -> {
            if (key.toLowerCase(Locale.ROOT).matches("(languages\\.[^.]+\\.)?contentdir")) {
                folders.add(value.replaceAll("^\\./|/$", ""));
            }
        });
        folders.add("content");
        return folders.stream()
                .filter(folder -> path.startsWith(folder + "/"))
                .max(java.util.Comparator.comparingInt(String::length))
                .orElse(null);
    }

    @Override
    public NameRules names() {
        return NameRules.LABELS.with(OneText.NAME);
    }

    @Override
    public List<String> dateKeys() {
        return List.of("date", "publishdate", "pubdate", "published", "lastmod", "modified");
    }

    @Override
    public List<String> contentFolders(Config config) {
        return List.of("content", "");
    }

    @Override
    public List<String> staticFolders(Config config) {
        return List.of("static", "assets");
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
        String base = base(config);
        String url = post.header().text("url");
        if (url != null) {
            return (base + "/" + withEnd(url.strip())).replaceAll("/{2,}", "/");
        }
        String folder = contentFolder(config, post.path());
        List<String> names = new ArrayList<>(
                List.of(post.stemBelow(folder == null ? "" : folder).split("/", -1)));
        String file = names.remove(names.size() - 1).replaceFirst("\\.[a-z]{2}(-[a-zA-Z]{2,4})?$", "");
        boolean bundle = file.equals("index") && !names.isEmpty();
        String name = bundle ? names.remove(names.size() - 1) : file;
        String section = names.isEmpty() ? "" : names.get(0);
        String pattern = section.isEmpty() ? null : config.text("permalinks." + section, "permalinks.page." + section);
        String path = pattern == null
                ? String.join("/", names) + "/" + slugOrName(post, name)
                : AddressPattern.ofColons(pattern, part -> value(post, names, name, part));
        if (path == null) {
            return null;
        }
        String clean = Slugs.hugo("/" + path).replaceAll("/{2,}", "/").replaceFirst("/$", "");
        boolean ugly = config.isTrue("uglyURLs") || config.isTrue("uglyurls") || config.isTrue("uglyURLs." + section);
        String end = pattern != null && pattern.endsWith(".html") ? "" : ugly ? ".html" : "/";
        return base + clean + end;
    }

    private static String withEnd(String url) {
        String last = url.substring(url.lastIndexOf('/') + 1);
        return url.endsWith("/") || last.contains(".") ? url : url + "/";
    }

    /** The path of the site itself, where it is not the root of its host. */
    private static String base(Config config) {
        String url = text(config, "baseURL");
        Matcher path = Pattern.compile("(?i)https?://[^/]+(/.*?)?/*").matcher(url == null ? "" : url);
        return path.matches() && path.group(1) != null ? path.group(1).replaceFirst("/+$", "") : "";
    }

    private static String slugOrName(Post post, String name) {
        String slug = post.header().text("slug");
        return slug == null ? name : slug;
    }

    private static @Nullable String value(Post post, List<String> sections, String name, String part) {
        return switch (part) {
            case "title" -> segment(post.title().isEmpty() ? name : post.title());
            case "slug" ->
                segment(
                        post.header().text("slug") != null
                                ? String.valueOf(post.header().text("slug"))
                                : post.title().isEmpty() ? name : post.title());
            case "slugorfilename", "slugorcontentbasename" -> segment(slugOrName(post, name));
            case "filename", "contentbasename" -> segment(name);
            case "section" -> sections.get(0);
            case "sections" -> String.join("/", sections);
            default -> DatePart.of(part, post.date());
        };
    }

    private static String segment(String name) {
        return name.replace('/', '-');
    }

    static String undated(String name) {
        return DATE_PREFIX.matcher(name).replaceFirst("");
    }

    @Override
    public boolean isDraft(Config config, String path) {
        return Arrays.asList(path.split("/", -1)).contains("_drafts");
    }
}
