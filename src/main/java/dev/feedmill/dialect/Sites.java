package dev.feedmill.dialect;

import dev.feedmill.dialect.config.Config;
import dev.feedmill.dialect.config.ConfigurationFiles;
import dev.feedmill.dialect.config.FrontMatterDefaults;
import dev.feedmill.dialect.config.PageBundles;
import dev.feedmill.dialect.config.PathPatterns;
import dev.feedmill.dialect.config.SiteFacts;
import dev.feedmill.dialect.config.UnreadableConfigurations;
import dev.feedmill.dialect.exclude.Exclusions;
import dev.feedmill.dialect.rule.FeedPath;
import dev.feedmill.dialect.rule.SiteRules;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sites of one articles folder; files outside them have the plain dialect. */
public final class Sites {
    private static final GeneratorSite PLAIN = new GeneratorSite(
            Dialects.PLAIN,
            new SitePlace("", ""),
            Config.NONE,
            new SiteRules(
                    SiteFacts.of(Config.NONE),
                    Map.of(),
                    Map.of(),
                    FrontMatterDefaults.NONE,
                    Dialects.PLAIN.markdown(),
                    Exclusions.NONE,
                    PageBundles.NONE,
                    UnreadableConfigurations.NONE,
                    ""));

    /** A folder without any site. */
    public static final Sites NONE = new Sites(List.of(), PLAIN, PathPatterns.ALL, new ConfigurationFiles());

    private final List<GeneratorSite> sites;
    private final GeneratorSite rest;
    private final PathPatterns patterns;
    private final ConfigurationFiles read;

    /**
     * Creates the sites of a folder.
     *
     * @param rest the site of files outside all others
     * @param read the files that were read to find the sites
     */
    Sites(List<GeneratorSite> sites, GeneratorSite rest, PathPatterns patterns, ConfigurationFiles read) {
        this.read = read;
        this.rest = rest;
        this.patterns = patterns;
        this.sites = sites.stream()
                .sorted(Comparator.comparingInt(
                                (GeneratorSite site) -> site.place().folder().length())
                        .reversed()
                        .thenComparing(site -> site.place().folder()))
                .toList();
    }

    public List<GeneratorSite> all() {
        return sites;
    }

    /** Returns the innermost site that a file belongs to. */
    public GeneratorSite of(String file) {
        for (GeneratorSite site : sites) {
            if (site.contains(file)) {
                return site;
            }
        }
        return rest;
    }

    /** Returns whether a readable file is an article of its site. */
    public boolean isArticle(String file) {
        return patterns.allow(file) && of(file).isArticle(file);
    }

    /** Returns whether the arrival or removal of this file decides if others in its folder are articles. */
    public boolean forgetIfIndex(String file) {
        return of(file).forgetIfIndex(file);
    }

    /** Returns whether its site's configuration excludes a file. */
    public boolean isExcludedBySite(String file) {
        return of(file).isExcluded(file);
    }

    /** Returns whether the settings exclude a file, which may still have a page on the website. */
    public boolean isExcludedBySettings(String file) {
        return !patterns.allow(file);
    }

    /** Returns the configuration entry that excludes a file that would otherwise be an article; null for none. */
    public @Nullable String exclusionReason(String file) {
        return patterns.allow(file) ? of(file).exclusionReason(file) : null;
    }

    /** Returns the facts of the whole folder: of its only site, or of the one that contains everything. */
    public SiteFacts facts() {
        return sites.size() == 1
                        || (!sites.isEmpty()
                                && sites.get(sites.size() - 1).place().folder().isEmpty())
                ? sites.get(sites.size() - 1).facts()
                : rest.facts();
    }

    /** Returns feed paths that readers may have subscribed to before, the most likely first. */
    public List<FeedPath> feedPaths() {
        return FeedPaths.of(sites);
    }

    /** Returns the files that were read to find the sites. */
    public ConfigurationFiles files() {
        return read;
    }

    /** Returns a fingerprint, equal for equal sites with equal configurations. */
    public String fingerprint() {
        return patterns + " " + rest.fingerprint() + "; "
                + sites.stream().map(GeneratorSite::fingerprint).collect(Collectors.joining("; "));
    }
}
