package dev.feedmill.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.article.Article;
import dev.feedmill.dialect.SiteFinder;
import dev.feedmill.dialect.Sites;
import dev.feedmill.dialect.config.LastValidConfigurations;
import dev.feedmill.dialect.config.PathPatterns;
import dev.feedmill.problem.Parsed;
import dev.feedmill.reading.header.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values in configurations that no generator could use take no article away. */
class OddConfigurationsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "_config.yml | _posts/2024-01-02-a.md  | defaults: [{scope: {path: '{*'}, values: {lang: fr}}]",
                "_config.yml | _posts/2024-01-02-a.md  | defaults: [{scope: {path: '*}{'}, values: {lang: fr}}]",
                "hugo.yaml   | content/a.md            | cascade: [{_target: {path: '/a{b'}, lang: fr}]",
                "hugo.yaml   | content/a.md            | cascade: [{target: {kind: '{', lang: '{a,'}, lang: fr}]",
                "mkdocs.yml  | docs/blog/posts/a.md    | plugins: [blog: {post_url_date_format: 'yyyy XXX'}]",
                "mkdocs.yml  | docs/blog/posts/a.md    | plugins: [blog: {post_url_date_format: 'HH:mm'}]",
                "mkdocs.yml  | docs/blog/posts/a.md    | plugins: [blog: {post_url_date_format: 'yyyy {'}]"
            })
    void an_article_is_read(String config, String path, String line) throws IOException {
        Files.writeString(folder.resolve(config), line + "\n");
        Files.createDirectories(folder.resolve(path).resolveSibling("."));
        Files.writeString(folder.resolve(path), "x");
        Sites sites = new SiteFinder(folder, new PathPatterns(List.of(), List.of()), LastValidConfigurations.NONE)
                .find("auto");
        assertThat(sites.all()).hasSize(1);
        ArticleReader reader = new ArticleReader(Readers.rulesOfSites(), sites, Readers.sanitizer(), null);
        byte[] text = "---\ntitle: A\ndate: 2024-01-02\n---\nx\n".getBytes(StandardCharsets.UTF_8);
        Parsed<Article> read = reader.read(new SourceFile(path, text, Instant.EPOCH), Readers.NOW);
        assertThat(((Parsed.Read<Article>) read).value().title()).isEqualTo("A");
    }
}
