package dev.feedmill.dialect.rule;

import dev.feedmill.dialect.config.FrontMatterDefaults;
import dev.feedmill.dialect.config.PageBundles;
import dev.feedmill.dialect.config.SiteFacts;
import dev.feedmill.dialect.config.UnreadableConfigurations;
import dev.feedmill.dialect.exclude.Exclusions;
import dev.feedmill.markdown.MarkdownRules;
import java.util.Map;

/**
 * What the files of a site say of all its articles.
 *
 * @param facts of the site as a whole
 * @param authors names of people by the keys that articles use for them
 * @param tags by the keys that articles use for them
 * @param defaults front matter defaults of articles
 * @param markdown rules of articles
 * @param exclusions of files
 * @param bundles folders that are one article
 * @param unreadable configurations without any known valid text
 * @param digest of all files that were read
 */
public record SiteRules(
        SiteFacts facts,
        Map<String, String> authors,
        Map<String, String> tags,
        FrontMatterDefaults defaults,
        MarkdownRules markdown,
        Exclusions exclusions,
        PageBundles bundles,
        UnreadableConfigurations unreadable,
        String digest) {
    public SiteRules {
        authors = Map.copyOf(authors);
        tags = Map.copyOf(tags);
    }
}
