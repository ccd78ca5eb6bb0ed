package dev.feedmill.dialect.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The packages that a site's {@code package.json} names.
 *
 * @param text of the file; empty if there is none
 */
public record PackageJson(String text) {
    private static final Pattern MARKDOWN =
            Pattern.compile("\"((?:@[\\w.-]+/)?(?:markdown-it-|hexo-renderer-|gatsby-remark-|remark-)[\\w.-]+)\"\\s*:");

    /** Returns the packages for Markdown. */
    public List<String> markdownPackages() {
        List<String> packages = new ArrayList<>();
        Matcher name = MARKDOWN.matcher(text);
        while (name.find()) {
            packages.add(name.group(1));
        }
        return packages;
    }

    /** Returns whether a package is among the dependencies. */
    public boolean dependsOn(String name) {
        return text.contains("\"" + name + "\"");
    }
}
