package dev.feedmill.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.article.Article;
import dev.feedmill.article.CategoryPath;
import dev.feedmill.article.Visibility.Degree;
import dev.feedmill.dialect.GeneratorSite;
import dev.feedmill.dialect.SiteFinder;
import dev.feedmill.dialect.Sites;
import dev.feedmill.dialect.config.LastValidConfigurations;
import dev.feedmill.dialect.config.PathPatterns;
import dev.feedmill.media.MediaFolder;
import dev.feedmill.problem.Parsed;
import dev.feedmill.reading.header.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One small site of each dialect, read without any setting. */
class SitesTest {
    private static final Path SITES = Path.of("src/test/resources/sites");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    static Stream<Path> sites() throws IOException {
        try (Stream<Path> folders = Files.list(SITES)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("sites")
    void a_site_is_read_as_its_generator_reads_it(Path folder) throws IOException {
        Path golden = folder.resolveSibling(folder.getFileName() + ".txt");
        String read = read(folder);
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(golden, read);
        }
        assertThat(read).isEqualTo(Files.readString(golden));
    }

    private static String read(Path folder) throws IOException {
        Sites sites = new SiteFinder(
                        folder, new PathPatterns(List.of(), List.of("_index.*")), LastValidConfigurations.NONE)
                .find("auto");
        List<String> lines = new ArrayList<>();
        for (GeneratorSite site : sites.all()) {
            lines.add("site: " + site.name() + " | " + site.facts().title() + " | "
                    + site.facts().description() + " | " + site.facts().author() + " | "
                    + site.facts().language() + " | " + site.facts().zone() + " | "
                    + site.facts().home());
        }
        ArticleReader reader = new ArticleReader(
                Readers.rulesOfSites(), sites, Readers.sanitizer(), new MediaFolder(folder.toAbsolutePath(), 1 << 20));
        for (String path : paths(folder)) {
            if (reader.isArticle(path)) {
                lines.add("");
                Parsed<SourceFile> source = SourceFile.load(folder.toAbsolutePath(), path, 1 << 20);
                Parsed<Article> parsed = reader.read(((Parsed.Read<SourceFile>) source).value(), NOW);
                lines.add(path + ": " + shown(parsed));
                parsed.problems().forEach(problem -> lines.add("  " + problem));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<String> paths(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> !path.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static String shown(Parsed<Article> parsed) {
        if (!(parsed instanceof Parsed.Read<Article> read)) {
            return "refused";
        }
        Article article = read.value();
        Instant expires = article.visibility().expires();
        if (article.draft() || (expires != null && !expires.isAfter(NOW))) {
            return "held back";
        }
        Degree degree = article.visibility().degree();
        return (degree == Degree.EVERYWHERE ? "" : "(" + degree + ") ") + article.title() + " | " + article.link()
                + " | " + article.published() + " | "
                + article.updated() + " | "
                + article.categories().stream().map(CategoryPath::names).toList() + " | " + article.tags() + " | "
                + article.authors() + " | " + article.image()
                + (article.language() == null ? "" : " | " + article.language()) + "\n"
                + article.body().stored();
    }
}
