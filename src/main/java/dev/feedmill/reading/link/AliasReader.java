package dev.feedmill.reading.link;

import dev.feedmill.article.AliasPath;
import dev.feedmill.dialect.GeneratorSite;
import dev.feedmill.dialect.rule.AliasRule;
import dev.feedmill.problem.Problem.Kind;
import dev.feedmill.reading.header.FrontMatter;
import dev.feedmill.reading.header.ReadingRules;
import dev.feedmill.reading.header.Report;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reader of an article's aliases: earlier addresses that should lead to it. */
final class AliasReader {
    private static final List<String> KEYS =
            List.of("aliases", "alias", "redirect_from", "redirectfrom", "redirect-from", "redirects");

    private final ReadingRules rules;
    private final GeneratorSite site;
    private final String folder;
    private final FrontMatter front;
    private final Report report;

    /**
     * Creates a reader of aliases.
     *
     * @param folder path of the article's own address without its last name
     */
    AliasReader(ReadingRules rules, GeneratorSite site, String folder, FrontMatter front, Report report) {
        this.rules = rules;
        this.site = site;
        this.folder = folder;
        this.front = front;
        this.report = report;
    }

    /** Returns paths below the website, in the form of {@link AliasPath}, without duplicates. */
    List<String> paths() {
        if (site.aliases() == AliasRule.NAMES) {
            return List.of();
        }
        Set<String> paths = new LinkedHashSet<>();
        for (String key : KEYS) {
            List<String> own = new ArrayList<>();
            for (String written : front.addresses(key)) {
                String path = path(key, written);
                if (path != null && !path.isEmpty()) {
                    own.add(path);
                }
            }
            paths.addAll(limited(key, own));
        }
        return List.copyOf(paths);
    }

    private List<String> limited(String key, List<String> paths) {
        int max = rules.limits().maxNames();
        if (paths.size() <= max) {
            return paths;
        }
        report.add(
                front.line(key),
                Kind.LIMIT,
                "'%s' must have at most %d addresses, not %d; the last %d are left out"
                        .formatted(key, max, paths.size(), paths.size() - max));
        return paths.subList(0, max);
    }

    /** Returns the path of one alias; null if it cannot be an address of the website. */
    private @Nullable String path(String key, String written) {
        String path = ofTheSite(written);
        if (path == null
                || Permalink.isUnsafe(path)
                || path.length() > rules.limits().maxUrlLength()) {
            report.add(
                    front.line(key), Kind.URL, "'" + key + "' must hold paths of the website, not '" + written + "'");
            return null;
        }
        return AliasPath.of(path);
    }

    /** Returns the path of an absolute address on the website; null for another website. */
    private @Nullable String ofTheSite(String written) {
        if (!written.matches("(?i)https?://.*")) {
            return site.aliases() == AliasRule.FROM_FOLDER && !written.startsWith("/") ? folder + written : written;
        }
        String home = rules.siteUrl(site);
        String start = home == null ? null : home.toLowerCase(Locale.ROOT);
        return start != null && written.toLowerCase(Locale.ROOT).startsWith(start)
                ? "/" + written.substring(start.length())
                : null;
    }
}
