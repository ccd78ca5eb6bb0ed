package dev.feedmill.dialect;

import dev.feedmill.dialect.address.AddressPattern;
import dev.feedmill.dialect.address.DatePart;
import dev.feedmill.dialect.address.FileNameDate;
import dev.feedmill.dialect.address.Post;
import dev.feedmill.dialect.address.Slugs;
import dev.feedmill.dialect.config.Config;
import dev.feedmill.dialect.config.ContentLanguages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The address that Hugo gives an article (gohugo.io/content-management/urls). */
record HugoAddress(Config config, ContentLanguages languages, Post post) {
    /** Returns the path on the host of the site; null if it is unknown. */
    @Nullable
    String path() {
        String code = languages.of(post.path());
        String base = base() + languages.before(code);
        String url = post.header().text("url");
        if (url != null) {
            String from = url.strip().startsWith("/") ? base() : base;
            return (from + "/" + withEnd(url.strip())).replaceAll("/{2,}", "/");
        }
        String folder = languages.folder(post.path(), true);
        String plain = languages.without(post.path());
        String stem =
                plain.substring(folder == null || folder.isEmpty() ? 0 : folder.length() + 1, plain.lastIndexOf('.'));
        List<String> names = new ArrayList<>(List.of(stem.split("/", -1)));
        String file = names.remove(names.size() - 1);
        boolean bundle = file.equals("index") && !names.isEmpty();
        String name = bundle ? names.remove(names.size() - 1) : file;
        String section = names.isEmpty() ? "" : names.get(0).toLowerCase(Locale.ROOT);
        String pattern = section.isEmpty()
                ? null
                : config.text(
                        "languages." + code + ".permalinks." + section,
                        "languages." + code + ".permalinks.page." + section,
                        "permalinks." + section,
                        "permalinks.page." + section);
        String path = pattern == null
                ? String.join("/", names) + "/" + slugOrName(name)
                : AddressPattern.ofColons(pattern, part -> value(names, name, part));
        if (path == null) {
            return null;
        }
        String slugs = config.isTrue("disablepathtolower") ? Slugs.hugoAsWritten("/" + path) : Slugs.hugo("/" + path);
        String clean = slugs.replaceAll("/{2,}", "/").replaceFirst("/$", "");
        boolean ugly = config.isTrue("uglyurls") || config.isTrue("uglyurls." + section);
        String end = pattern != null && pattern.endsWith(".html") ? "" : ugly ? ".html" : "/";
        return base + clean + end;
    }

    private static String withEnd(String url) {
        String last = url.substring(url.lastIndexOf('/') + 1);
        return url.endsWith("/") || last.contains(".") ? url : url + "/";
    }

    /** Returns the path of the site, if it is not the root of its host. */
    private String base() {
        String url = config.text("baseurl");
        Matcher path = Pattern.compile("(?i)https?://[^/]+(/.*?)?/*").matcher(url == null ? "" : url);
        return path.matches() && path.group(1) != null ? path.group(1).replaceFirst("/+$", "") : "";
    }

    /** Returns the slug or file name; removes a date from the name if the configuration reads it as the date. */
    private String slugOrName(String name) {
        String slug = post.header().text("slug");
        boolean dated = config.list("frontmatter.date").contains(":filename");
        return slug != null ? slug : dated ? FileNameDate.without(name) : name;
    }

    private @Nullable String value(List<String> sections, String name, String part) {
        return switch (part) {
            case "title" -> segment(post.title().isEmpty() ? name : post.title());
            case "slug" ->
                segment(
                        post.header().text("slug") != null
                                ? String.valueOf(post.header().text("slug"))
                                : post.title().isEmpty() ? name : post.title());
            case "slugorfilename", "slugorcontentbasename" -> segment(slugOrName(name));
            case "filename", "contentbasename" -> segment(name);
            case "section" -> sections.get(0);
            case "sections" -> String.join("/", sections);
            default -> DatePart.of(part, post.date());
        };
    }

    private static String segment(String name) {
        return name.replace('/', '-');
    }
}
