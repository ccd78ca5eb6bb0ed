package dev.feedmill.dialect;

import dev.feedmill.dialect.config.Config;
import dev.feedmill.dialect.config.ConfigurationFiles;
import dev.feedmill.dialect.config.LastValidConfigurations;
import dev.feedmill.dialect.config.PathPatterns;
import dev.feedmill.dialect.config.SiteFolder;
import dev.feedmill.dialect.config.SiteLimits;
import dev.feedmill.dialect.exclude.Exclusions;
import dev.feedmill.dialect.rule.Dialect;
import dev.feedmill.dialect.rule.SiteRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the sites in, above or below an articles folder by the files of their generators. */
public final class SiteFinder {
    /** Number of folders above the articles folder that are searched; a repository root ends the search. */
    private static final int MAX_LEVELS_ABOVE = 4;

    /** Depth of folders below the articles folder that are searched. */
    private static final int MAX_LEVELS_BELOW = 3;

    private static final Set<String> NO_SITES = Set.of("node_modules", "vendor", "themes", "public", "_site", "dist");

    private final Path articles;

    private final PathPatterns patterns;
    private final LastValidConfigurations last;
    private final SiteLimits limits;

    /**
     * Creates a finder.
     *
     * @param patterns of the files that are read
     * @param last configuration texts to use for files that cannot be read
     */
    public SiteFinder(Path articles, PathPatterns patterns, LastValidConfigurations last) {
        this(articles, patterns, last, SiteLimits.DEFAULTS);
    }

    /** Creates a finder with other limits for each site. */
    public SiteFinder(Path articles, PathPatterns patterns, LastValidConfigurations last, SiteLimits limits) {
        this.limits = limits;
        this.articles = articles.toAbsolutePath().normalize();
        this.patterns = patterns;
        this.last = last;
    }

    /** A folder that a dialect recognises as a site, with its configuration. */
    private record Found(Dialect dialect, SiteFolder folder, Config config) {
        static Found of(Dialect dialect, Path root, ConfigurationFiles read) {
            SiteFolder folder = new SiteFolder(root, read);
            return new Found(dialect, folder, dialect.config(folder));
        }

        Path root() {
            return folder.path();
        }
    }

    /**
     * Finds sites of any generator for {@code auto}; otherwise treats the folder as a site of the dialect of this name.
     */
    public Sites find(String dialect) {
        ConfigurationFiles read = new ConfigurationFiles(articles, last, limits);
        Sites found = find(dialect, read);
        ConfigurationFiles others = read.withEarlierTexts();
        return others == null ? found : find(dialect, others);
    }

    private Sites find(String dialect, ConfigurationFiles read) {
        if (dialect.equals("auto")) {
            return sites(found(read), read);
        }
        return dialect.equals(Dialects.PLAIN.name())
                ? sites(List.of(), read)
                : sites(List.of(named(Dialects.named(dialect), read)), read);
    }

    private Found named(Dialect dialect, ConfigurationFiles read) {
        return rootAbove(read)
                .filter(found -> dialect.isAt(found.folder()))
                .map(found -> found.dialect().equals(dialect) ? found : Found.of(dialect, found.root(), read))
                .orElseGet(() -> Found.of(dialect, articles, read));
    }

    private List<Found> found(ConfigurationFiles read) {
        Optional<Found> root = rootAbove(read);
        if (root.isPresent()) {
            return List.of(root.get());
        }
        List<Found> found = new ArrayList<>();
        findBelow(articles, 0, found, read);
        return found;
    }

    /** Returns the articles folder or the nearest folder above it that is a site with articles there. */
    private Optional<Found> rootAbove(ConfigurationFiles read) {
        Path path = articles;
        for (int i = 0; i <= MAX_LEVELS_ABOVE && path != null; i++) {
            Path root = path;
            Optional<Found> found = dialectAt(root, read).map(dialect -> Found.of(dialect, root, read));
            if (found.isPresent() && (i == 0 || mayHold(found.get()))) {
                return found;
            }
            if (Files.exists(path.resolve(".git"))) {
                break;
            }
            path = path.getParent();
        }
        return Optional.empty();
    }

    private boolean mayHold(Found found) {
        if (found.folder().unreadable().isWhole()) {
            // The location of its articles is unknown: treat them as this site's, and hold them back.
            return true;
        }
        String above = slashed(found.root().relativize(articles));
        return found.dialect().isArticle(found.config(), above + "/2024-01-01-a.md");
    }

    private static Optional<Dialect> dialectAt(Path path, ConfigurationFiles read) {
        SiteFolder folder = new SiteFolder(path, read.emptyCopy());
        return Dialects.generators().stream()
                .filter(dialect -> dialect.isAt(folder))
                .findFirst();
    }

    private void findBelow(Path folder, int depth, List<Found> found, ConfigurationFiles read) {
        List<Path> inner;
        try (Stream<Path> entries = Files.list(folder)) {
            inner = entries.filter(SiteFinder::mayBeSite).sorted().toList();
        } catch (IOException e) {
            // The scan reports a folder that cannot be listed.
            return;
        }
        for (Path path : inner) {
            Optional<Dialect> dialect = dialectAt(path, read);
            if (dialect.isPresent()) {
                found.add(Found.of(dialect.get(), path, read));
            } else if (depth + 1 < MAX_LEVELS_BELOW) {
                findBelow(path, depth + 1, found, read);
            }
        }
    }

    private static boolean mayBeSite(Path path) {
        String name = String.valueOf(path.getFileName());
        return !name.startsWith(".") && !NO_SITES.contains(name) && Files.isDirectory(path);
    }

    private Sites sites(List<Found> found, ConfigurationFiles read) {
        List<GeneratorSite> sites = new ArrayList<>();
        found.forEach(each -> sites.add(site(each, read)));
        return new Sites(sites, site(Found.of(Dialects.PLAIN, articles, read), read), patterns, read);
    }

    private GeneratorSite site(Found found, ConfigurationFiles read) {
        Dialect dialect = found.dialect();
        Config config = found.config();
        Path root = found.root();
        SiteRules rules = new SiteRules(
                dialect.facts(config),
                dialect.authors(found.folder(), config),
                dialect.tags(found.folder(), config),
                dialect.defaults(found.folder(), config),
                dialect.markdown(config),
                Exclusions.read(found.folder(), config, dialect.exclusions(config)),
                dialect.bundles(found.folder(), config),
                found.folder().unreadable(),
                read.digest());
        return new GeneratorSite(
                dialect,
                new SitePlace(
                        root.startsWith(articles) ? slashed(articles.relativize(root)) : "",
                        root.startsWith(articles) ? "" : slashed(root.relativize(articles))),
                config,
                rules);
    }

    private static String slashed(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
