package dev.feedmill.dialect;

import dev.feedmill.dialect.config.Config;
import dev.feedmill.dialect.config.PathPatterns;
import dev.feedmill.dialect.config.SiteFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the sites of an articles folder by the files of their generators: in it, above it, or below it. */
public final class SiteFinder {
    /** Folders above the articles folder that are looked at; a repository ends the search. */
    private static final int MOST_ABOVE = 4;

    /** Folders below the articles folder that are looked at, in one another. */
    private static final int MOST_BELOW = 3;

    private static final Set<String> NO_SITES = Set.of("node_modules", "vendor", "themes", "public", "_site", "dist");

    private final Path articles;

    private final PathPatterns patterns;

    /** @param patterns of the files that are read */
    public SiteFinder(Path articles, PathPatterns patterns) {
        this.articles = articles.toAbsolutePath().normalize();
        this.patterns = patterns;
    }

    /** Finds sites of any generator, for {@code auto}, or takes the folder for one of the dialect of this name. */
    public Sites find(String dialect) {
        if (dialect.equals("auto")) {
            return find();
        }
        return dialect.equals(Dialects.PLAIN.name()) ? sites(List.of()) : named(Dialects.named(dialect));
    }

    private Sites named(Dialect dialect) {
        Path root =
                rootAbove().filter(path -> dialect.isAt(new SiteFolder(path))).orElse(articles);
        return sites(List.of(site(dialect, root)));
    }

    private Sites find() {
        Optional<Path> root = rootAbove();
        if (root.isPresent()) {
            return sites(List.of(site(dialectAt(root.get()).orElseThrow(), root.get())));
        }
        List<Site> found = new ArrayList<>();
        below(articles, 0, found);
        return sites(found);
    }

    /** The articles folder or the nearest folder above that is a site, and has articles there. */
    private Optional<Path> rootAbove() {
        Path path = articles;
        for (int i = 0; i <= MOST_ABOVE && path != null; i++) {
            Path root = path;
            Optional<Dialect> dialect = dialectAt(root);
            if (dialect.isPresent() && (i == 0 || mayHold(dialect.get(), root))) {
                return Optional.of(root);
            }
            if (Files.exists(path.resolve(".git"))) {
                break;
            }
            path = path.getParent();
        }
        return Optional.empty();
    }

    private boolean mayHold(Dialect dialect, Path root) {
        Config config = dialect.config(new SiteFolder(root));
        String above = slashed(root.relativize(articles));
        return dialect.isArticle(config, above + "/2024-01-01-a.md");
    }

    private static Optional<Dialect> dialectAt(Path path) {
        SiteFolder folder = new SiteFolder(path);
        return Dialects.generators().stream()
                .filter(dialect -> dialect.isAt(folder))
                .findFirst();
    }

    private void below(Path folder, int depth, List<Site> found) {
        List<Path> inner;
        try (Stream<Path> entries = Files.list(folder)) {
            inner = entries.filter(SiteFinder::mayBeSite).sorted().toList();
        } catch (IOException e) {
            // The scan says that it cannot be listed.
            return;
        }
        for (Path path : inner) {
            Optional<Dialect> dialect = dialectAt(path);
            if (dialect.isPresent()) {
                found.add(site(dialect.get(), path));
            } else if (depth + 1 < MOST_BELOW) {
                below(path, depth + 1, found);
            }
        }
    }

    private static boolean mayBeSite(Path path) {
        String name = String.valueOf(path.getFileName());
        return !name.startsWith(".") && !NO_SITES.contains(name) && Files.isDirectory(path);
    }

    private Sites sites(List<Site> found) {
        return new Sites(found, site(Dialects.PLAIN, articles), patterns);
    }

    private Site site(Dialect dialect, Path root) {
        SiteFolder folder = new SiteFolder(root);
        Config config = dialect.config(folder);
        return new Site(
                dialect,
                root.startsWith(articles) ? slashed(articles.relativize(root)) : "",
                root.startsWith(articles) ? "" : slashed(root.relativize(articles)),
                config,
                dialect.facts(config),
                dialect.authors(folder, config));
    }

    private static String slashed(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
