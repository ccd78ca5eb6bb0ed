package dev.feedmill.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.article.Article;
import dev.feedmill.dialect.SiteFinder;
import dev.feedmill.dialect.Sites;
import dev.feedmill.dialect.config.LastValidConfigurations;
import dev.feedmill.dialect.config.PathPatterns;
import dev.feedmill.media.MediaFolder;
import dev.feedmill.problem.Parsed;
import dev.feedmill.problem.Problem;
import dev.feedmill.reading.header.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Links to what is not public tell nothing of it. */
class HiddenLinksTest {
    private static final String HEADER = "---\ntitle: The Merger\ndate: 2024-01-02\n%s---\nWords.\n";

    @TempDir
    Path folder;

    private void write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }

    private Parsed<Article> read(String path, String body) {
        Sites sites = new SiteFinder(
                        folder,
                        new PathPatterns(List.of(), List.of("private/", "_index.*")),
                        LastValidConfigurations.NONE)
                .find("auto");
        ArticleReader reader =
                new ArticleReader(Readers.rulesOfSites(), sites, Readers.sanitizer(), new MediaFolder(folder, 1 << 20));
        byte[] bytes = ("---\ntitle: A\ndate: 2024-01-02\n---\n" + body + "\n").getBytes(StandardCharsets.UTF_8);
        return reader.read(new SourceFile(path, bytes, Instant.EPOCH), Readers.NOW);
    }

    private static String body(Parsed<Article> read) {
        return ((Parsed.Read<Article>) read).value().body().stored();
    }

    private static void assertSilent(Parsed<Article> read, String words) {
        assertThat(body(read)).contains(words).doesNotContainIgnoringCase("merger");
        assertThat(read.problems())
                .filteredOn(problem -> problem.kind() == Problem.Kind.URL || problem.kind() == Problem.Kind.TEMPLATE)
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.location().line()).isEqualTo(7))
                .allSatisfy(problem -> assertThat(problem.message()).doesNotContainIgnoringCase("merger"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "skip_render: _posts/b.md | source/_posts/b.md         | ''         | {% post_link b %}",
                "title: A                 | source/_posts/private/b.md | ''         | {% post_link b %}",
                "title: A                 | source/_posts/b.md         | draft: true | {% post_link b %}",
                "title: A                 | source/_posts/b.md         | draft: true | [b](./b.md)",
                "title: A                 | source/_drafts/b.md        | ''         | [b](../_drafts/b.md)",
                "skip_render: _posts/b.md | source/_posts/b.md         | ''         | [b](b.md)"
            })
    void a_link_in_hexo(String config, String path, String line, String link) throws IOException {
        write("_config.yml", config + "\npermalink: :post_title/\nurl: https://h.test\n");
        write(path, HEADER.formatted(line.isEmpty() ? "" : line + "\n"));
        assertSilent(read("source/_posts/a.md", "One.\n\n" + link), "b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hugo.yaml       | 'ignoreFiles: [\"b\\\\.md\"]'  | content/b.md | content/a.md | {{< ref \"b.md\" >}}",
                "hugo.yaml       | 'permalinks: {page: {/: /:title/}}' | content/private/b.md | content/a.md | [b](b.md)",
                "pelicanconf.py  | ARTICLE_EXCLUDES = ['x']       | content/x/b.md | content/a.md | [b]({filename}/x/b.md)",
                "pelicanconf.py  | SITEURL = 'https://p.test'     | content/private/b.md | content/a.md | [b]({filename}/private/b.md)",
                ".obsidian/app.json | {}                          | private/b.md | a.md         | [[b]]"
            })
    void a_link_elsewhere(String config, String text, String path, String from, String link) throws IOException {
        write(config, text + "\n");
        write(path, HEADER.formatted(""));
        Parsed<Article> read = read(from, "One.\n\n" + link);
        assertThat(body(read)).doesNotContainIgnoringCase("merger");
        assertThat(read.problems())
                .extracting(problem -> problem.location().line())
                .contains(7);
    }

    @Test
    void a_link_to_a_page_that_the_settings_leave_out_still_leads_to_the_website() throws IOException {
        write("hugo.yaml", "baseURL: https://h.test\n");
        write("content/posts/_index.md", "---\ntitle: All\n---\n");
        Parsed<Article> read = read("content/a.md", "[all]({{< relref \"/posts/_index.md\" >}})");
        assertThat(body(read)).contains("<a href=\"https://h.test/posts/");
        assertThat(read.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{% post_link b %}       | date: 2099-01-02",
                "[it](b.md)              | date: 2099-01-02",
                "{% post_link b %}       | expiryDate: 2024-02-01"
            })
    void a_link_to_what_is_not_out_yet_or_is_over_is_reported_without_its_title(String link, String line)
            throws IOException {
        write("source/_posts/b.md", "---\ntitle: The Merger\n" + line + "\n---\nWords.\n");
        Parsed<Article> read = read("source/_posts/a.md", "One.\n\n" + link);
        assertSilent(read, "One.");
        assertThat(read.problems())
                .extracting(Problem::message)
                .anyMatch(message -> message.contains("leads to an article that its dates hold back"));
    }

    @Test
    void an_article_that_is_not_out_yet_may_link_to_itself() throws IOException {
        write("source/_posts/a.md", "---\ntitle: A\ndate: 2099-01-02\n---\n[here](a.md#part)\n");
        assertThat(read("source/_posts/a.md", "[here](a.md#part)").problems()).isEmpty();
    }

    @Test
    void a_link_to_what_is_public_shows_its_title() throws IOException {
        write("source/_posts/b.md", HEADER.formatted(""));
        assertThat(body(read("source/_posts/a.md", "{% post_link b %}"))).contains(">The Merger</a>");
    }
}
