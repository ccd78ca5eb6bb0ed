package dev.feedmill.dialect;

import dev.feedmill.dialect.address.Post;
import dev.feedmill.dialect.address.Slugs;
import dev.feedmill.dialect.config.Config;
import dev.feedmill.dialect.config.SiteFolder;
import dev.feedmill.markdown.MarkdownRules;
import dev.feedmill.template.TemplateRules;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Eleventy (11ty.dev/docs/permalinks, dates, config). */
final class Eleventy implements Dialect {
    private static final String[] CONFIGS = {
        ".eleventy.js", "eleventy.config.js", "eleventy.config.cjs", "eleventy.config.mjs", "eleventy.config.ts"
    };
    private static final Pattern DATE_PREFIX = Pattern.compile("(^|/)\\d{4}-\\d{2}-\\d{2}-(?=[^/]+$)");
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
    public TemplateRules template() {
        return TemplateRules.ELEVENTY;
    }

    @Override
    public boolean isAt(SiteFolder folder) {
        return folder.first(CONFIGS) != null || folder.dependsOn("@11ty/eleventy");
    }

    @Override
    public Config config(SiteFolder folder) {
        Config config = folder.config(CONFIGS);
        for (String data :
                List.of("_data/metadata.json", "_data/site.json", "src/_data/site.json", "src/_data/metadata.json")) {
            config = folder.first(data) == null ? config : config.over(Config.of(data, folder.fields(data)));
        }
        return config;
    }

    private static String input(Config config) {
        String input = config.textOr("", "dir.input").replaceAll("^\\./|/$", "");
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

    @Override
    public @Nullable String address(Config config, Post post) {
        String own = post.header().text("permalink");
        if (own != null) {
            String filled = fill(own, post);
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

    private static @Nullable String fill(String pattern, Post post) {
        StringBuilder filled = new StringBuilder();
        Matcher call = CALL.matcher(pattern);
        while (call.find()) {
            String value = value(call.group(1), post);
            if (value == null) {
                return null;
            }
            boolean slug = call.group(2).matches(".*\\|\\s*slug(ify)?\\b.*");
            call.appendReplacement(filled, Matcher.quoteReplacement(slug ? Slugs.unicode(value) : value));
        }
        String text = call.appendTail(filled).toString();
        return text.contains("{") ? null : text;
    }

    private static @Nullable String value(String name, Post post) {
        String stem = DATE_PREFIX.matcher(post.stem()).replaceFirst("$1");
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
