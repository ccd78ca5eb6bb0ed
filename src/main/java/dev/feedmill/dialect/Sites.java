package dev.feedmill.dialect;

import dev.feedmill.dialect.config.Bundles;
import dev.feedmill.dialect.config.Config;
import dev.feedmill.dialect.config.Defaults;
import dev.feedmill.dialect.config.PathPatterns;
import dev.feedmill.dialect.config.ReadFiles;
import dev.feedmill.dialect.config.SiteFacts;
import dev.feedmill.dialect.config.Unreadable;
import dev.feedmill.dialect.exclude.Exclusions;
import dev.feedmill.dialect.rule.FeedPath;
import dev.feedmill.dialect.rule.Learned;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sites of one articles folder; what belongs to none is plain. */
public final class Sites {
    private static final Site PLAIN = new Site(
            Dialects.PLAIN,
            "",
            "",
            Config.NONE,
            new Learned(
                    SiteFacts.of(Config.NONE),
                    Map.of(),
                    Map.of(),
                    Defaults.NONE,
                    Dialects.PLAIN.markdown(),
                    Exclusions.NONE,
                    Bundles.NONE,
                    Unreadable.NONE,
                    ""));

    /** A folder without any site. */
    public static final Sites NONE = new Sites(List.of(), PLAIN, PathPatterns.ALL, new ReadFiles());

    private final List<Site> sites;
    private final Site rest;
    private final PathPatterns patterns;
    private final ReadFiles read;

    /**
     * The sites that were found.
     *
     * @param rest what files mean that belong to none of them
     * @param read the files that they were found by
     */
    Sites(List<Site> sites, Site rest, PathPatterns patterns, ReadFiles read) {
        this.read = read;
        this.rest = rest;
        this.patterns = patterns;
        this.sites = sites.stream()
                .sorted(Comparator.comparingInt((Site site) -> site.folder().length())
                        .reversed()
                        .thenComparing(Site::folder))
                .toList();
    }

    public List<Site> all() {
        return sites;
    }

    /** The innermost site that a file belongs to. */
    public Site of(String file) {
        for (Site site : sites) {
            if (site.holds(file)) {
                return site;
            }
        }
        return rest;
    }

    /** Whether a file that is read at all is an article to the site that it belongs to. */
    public boolean isArticle(String file) {
        return patterns.allow(file) && of(file).isArticle(file);
    }

    /** Whether a file that came or went says of those in its folder whether they are articles. */
    public boolean forgetIfIndex(String file) {
        return of(file).forgetIfIndex(file);
    }

    /** Whether the configuration of its site leaves a file out. */
    public boolean isLeftOut(String file) {
        return of(file).isLeftOut(file);
    }

    /** Whether the settings leave a file out, which may have a page on the website all the same. */
    public boolean isExcluded(String file) {
        return !patterns.allow(file);
    }

    /** What of a configuration leaves out a file that would be an article else; null for nothing. */
    public @Nullable String leftOutBy(String file) {
        return patterns.allow(file) ? of(file).leftOutBy(file) : null;
    }

    /** What is said of the whole folder: by its only site, or the one that holds everything. */
    public SiteFacts facts() {
        return sites.size() == 1
                        || (!sites.isEmpty()
                                && sites.get(sites.size() - 1).folder().isEmpty())
                ? sites.get(sites.size() - 1).facts()
                : rest.facts();
    }

    /** Where readers may have subscribed before, the likeliest first. */
    public List<FeedPath> feedPaths() {
        return FeedPaths.of(sites);
    }

    /** The files that they were found by. */
    public ReadFiles files() {
        return read;
    }

    /** Equal for equal sites with equal configurations. */
    public String fingerprint() {
        return patterns + " " + rest.fingerprint() + "; "
                + sites.stream().map(Site::fingerprint).collect(Collectors.joining("; "));
    }
}
