package dev.feedmill.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.HoldTable;
import dev.feedmill.HoldTable.Row;
import dev.feedmill.article.Article;
import dev.feedmill.article.Visibility;
import dev.feedmill.article.Visibility.Degree;
import dev.feedmill.article.Visibility.HeldBy;
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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibilityReaderTest {
    @TempDir
    static Path folder;

    static Stream<String> dialects() {
        return HoldTable.SITES.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void every_key_holds_back_as_far_as_it_says_in_every_dialect(String dialect) throws IOException {
        List<String> site = HoldTable.SITES.getOrDefault(dialect, List.of());
        Path root = folder.resolve(dialect);
        Path mark = root.resolve(site.get(0));
        Files.createDirectories(mark.resolveSibling("."));
        Files.createDirectories(root.resolve(site.get(2)).resolve("x").resolveSibling("."));
        Files.writeString(mark, site.get(1));
        Sites sites =
                new SiteFinder(root, new PathPatterns(List.of(), List.of()), LastValidConfigurations.NONE).find("auto");
        assertThat(sites.all()).extracting(found -> found.name()).isEqualTo(known(dialect));
        ArticleReader reader = new ArticleReader(Readers.rulesOfSites(), sites, Readers.sanitizer(), null);
        for (Row row : HoldTable.rows(dialect)) {
            Visibility visibility = read(reader, site.get(2) + "a.md", row.line());
            boolean over = visibility.expires() != null && !visibility.expires().isAfter(Readers.NOW);
            boolean early = row.line().contains("2999");
            assertThat(over || early ? Degree.NOWHERE : visibility.degree())
                    .as(row.line())
                    .isEqualTo(row.degree());
            assertThat(visibility.heldBy()).as(row.line()).isNotNull();
            assertThat(visibility.heldBy().line()).as(row.line()).isEqualTo(4);
        }
    }

    private static List<String> known(String dialect) {
        return dialect.equals("plain") ? List.of() : List.of(dialect);
    }

    @Test
    void the_table_has_every_key() {
        Set<String> written = new HashSet<>();
        HoldTable.rows("nikola").forEach(row -> {
            String line = row.line().toLowerCase(Locale.ROOT).replaceAll("[-_\\s{}']", "");
            written.add(line.substring(0, line.lastIndexOf(':')).replace(':', '.'));
        });
        assertThat(written)
                .containsAll(
                        new SiteFinder(folder, new PathPatterns(List.of(), List.of()), LastValidConfigurations.NONE)
                                .find("nikola")
                                .all()
                                .get(0)
                                .holdRules()
                                .keys());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "draft: false",
                "draft:",
                "published: 2024-01-01",
                "published: true",
                "hidden: false",
                "hide: [navigation, toc]",
                "rss: true",
                "rss: /feed.xml",
                "feed: {path: a.xml}",
                "status: published",
                "status: evergreen",
                "visibility: public",
                "permalink: /a/",
                "build: {list: always, render: always}",
                "build: {publishResources: false}",
                "expiryDate: never",
                "expiryDate: 2999-01-01",
                "publishDate: 2024-01-01",
                "tags: [draft, private]",
                "unlisted: maybe",
                "embargo: false",
                "publishAt: 2024-01-01",
                "published: 2024-01-01 00:00:00",
                "extra: {expires: never}"
            })
    void nothing_else_does(String line) {
        Visibility visibility = read(Readers.standard(), "a.md", line);
        assertThat(visibility.degree()).isEqualTo(Degree.EVERYWHERE);
        assertThat(visibility.heldBy()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "unlisted: true\\ndraft: true | NOWHERE | 'draft: true' | 5",
                "rss: false\\nhidden: true | PAGE_ONLY | 'hidden: true' | 5",
                "password: hunter2 | NOWHERE | 'password' | 4",
                "Publish-Date: 2999-05-06 | EVERYWHERE | 'Publish-Date: 2999-05-06' | 4",
                "_build:\\n  list: never | PAGE_ONLY | '_build.list: never' | 5",
                "expiryDate: sometime | NOWHERE | 'expiryDate: sometime', which is no date | 4",
                "draft: true\\nDraft: false | NOWHERE | 'draft: true' | 4",
                "Draft: false\\n_draft: true | NOWHERE | '_draft: true' | 5",
                "_draft: true\\ndraft: false | NOWHERE | '_draft: true' | 4",
                "build: {render: never}\\n_build: {render: always} | NOWHERE | 'build.render: never' | 4",
                "draft\u00a0: true | NOWHERE | 'draft\u00a0: true' | 4",
                "\u200bdraft: true | NOWHERE | '\u200bdraft: true' | 4",
                "pubDate: 2999-05-06 | EVERYWHERE | 'pubDate: 2999-05-06' | 4",
                "published: 2999-05-06 | EVERYWHERE | 'published: 2999-05-06' | 4",
                "publishDate: 2024-01-01\\npublish_at: 2999-05-06 | EVERYWHERE | 'publish_at: 2999-05-06' | 5",
                "publishDate: 2024-01-01\\nPublishDate: 2999-05-06 | EVERYWHERE | 'PublishDate: 2999-05-06' | 5",
                "params: {embargo: 2999-05-06} | EVERYWHERE | 'params.embargo: 2999-05-06' | 4",
                "extra: {releaseDate: soon} | NOWHERE | 'extra.releaseDate: soon', which is no date | 4",
                "params: {expiryDate: 2020-01-01} | EVERYWHERE | 'params.expiryDate: 2020-01-01' | 4",
                "extra: {expires: soon} | NOWHERE | 'extra.expires: soon', which is no date | 4"
            })
    void the_strictest_holds_and_is_named_with_its_line(String lines, Degree degree, String reason, int line) {
        Visibility visibility = read(Readers.standard(), "a.md", lines.replace("\\n", "\n"));
        assertThat(visibility.degree()).isEqualTo(degree);
        assertThat(visibility.heldBy()).isEqualTo(new HeldBy(line, reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " draft: true",
                "\tdraft: true",
                "draft\uff1atrue",
                "draft:true",
                "draft = true",
                "- draft: true",
                "{draft: true,",
                "\"draft\": true,",
                "'draft' : yes # until spring",
                "other:\n    draft: true",
                "draft: true\ndraft: false",
                "status:draft",
                "private=yes",
                "PUBLISHED: No;",
                "tags: plans draft: true",
                "tags: \"x # y\", draft: true",
                "slug = \"x\" draft = true",
                "published: false, tags: x",
                "{\"slug\": \"x\", \"draft\": true, \"draft\": false}",
                "{\"slug\": \"x\", \"password\": \"two words\"}",
                "tags: x\u00a0draft\u00a0: true",
                "\u200bdra\u200bft: true"
            })
    void a_line_that_could_hold_back_does_where_the_header_is_not_sure(String line) {
        Article article = article(
                Readers.standard(), "a.md", "---\ntitle: Spring: a plan\n" + line + "\ndate: 2024-01-02\n---\nx\n");
        assertThat(article.visibility().degree()).isEqualTo(Degree.NOWHERE);
    }

    @Test
    void words_of_a_title_hold_nothing_back() {
        for (String title : List.of("My draft: a story", "\"Draft: a story\"", "x # draft: true", "Overdraft: x y")) {
            Article article = article(Readers.standard(), "a.md", "---\ntitle: a: b\ntopic: " + title + "\n---\nx\n");
            assertThat(article.visibility().degree()).as(title).isEqualTo(Degree.EVERYWHERE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\ntitle: Plans draft: true\n---\nx\n",
                "+++\ntitle = \"x\" draft = true\n+++\nx\n",
                "{\"title\":\"x\",\"draft\":true,\"draft\":false}\nx\n",
                "{\"title\":\"x\",\"draft\":false,\"draft\":true}\nx\n",
                "---\ntitle: y\n{published: false, slug: x\n---\nx\n"
            })
    void a_broken_header_holds_back_by_any_key_of_a_line(String text) {
        assertThat(article(Readers.standard(), "a.md", text).visibility().degree())
                .isEqualTo(Degree.NOWHERE);
    }

    @Test
    void a_key_that_stands_twice_holds_back_where_either_does() {
        assertThat(read(Readers.standard(), "a.md", "draft: true\ndraft: false").degree())
                .isEqualTo(Degree.NOWHERE);
        assertThat(read(Readers.standard(), "a.md", "tags: a\ntags: b").degree())
                .isEqualTo(Degree.EVERYWHERE);
    }

    @Test
    void json_without_braces_is_a_header() {
        Article article = article(Readers.standard(), "a.md", "\"title\": \"A\",\n\"published\": false\n;;;\nx\n");
        assertThat(article.visibility().heldBy()).isEqualTo(new HeldBy(2, "'published: false'"));
        assertThat(article.body().stored()).isEqualTo("<p>x</p>");
    }

    @Test
    void a_header_without_fences_holds_back_whatever_its_only_key() {
        for (String line : List.of("private: true", "Status: hidden", "unlisted: yes", ".. status: private")) {
            assertThat(article(Readers.standard(), "a.md", line + "\n\nWords.\n")
                            .visibility()
                            .degree())
                    .as(line)
                    .isNotEqualTo(Degree.EVERYWHERE);
        }
        assertThat(article(Readers.standard(), "a.md", "Private: a word with a colon.\n\nWords.\n")
                        .visibility()
                        .degree())
                .isEqualTo(Degree.EVERYWHERE);
    }

    @Test
    void the_head_of_an_html_file_holds_back_where_its_generator_reads_it() throws IOException {
        Path root = Files.createDirectories(folder.resolve("heads"));
        Files.writeString(root.resolve("pelicanconf.py"), "SITENAME = 'x'\n");
        Sites sites =
                new SiteFinder(root, new PathPatterns(List.of(), List.of()), LastValidConfigurations.NONE).find("auto");
        ArticleReader reader = new ArticleReader(Readers.rulesOfSites(), sites, Readers.sanitizer(), null);
        String head =
                "<html><head>\n<title>Plan</title>\n<meta name=\"date\" content=\"2024-01-02\">\n%s</head><body><p>x</p></body></html>";
        Article draft = article(reader, "content/a.html", head.formatted("<META content='draft' name=status />\n"));
        assertThat(draft.visibility().heldBy()).isEqualTo(new HeldBy(4, "'status: draft'"));
        Article open = article(reader, "content/a.html", head.formatted("<meta name=\"tags\" content=\"a, b\">"));
        assertThat(open.visibility().degree()).isEqualTo(Degree.EVERYWHERE);
        assertThat(open.title()).isEqualTo("Plan");
        assertThat(open.tags()).containsExactly("a", "b");
        assertThat(open.published()).isEqualTo("2024-01-02T00:00:00Z");
    }

    @Test
    void folders_and_dates_in_paths_hold_back_without_a_line() {
        assertThat(read(Readers.standard(), "x/_drafts/a.md", "tags: a").heldBy())
                .isEqualTo(new HeldBy(0, "the folder '_drafts'"));
        Article later = article(Readers.standard(), "2999-01-02-a.md", "---\ntitle: A\n---\nx\n");
        assertThat(later.visibility().heldBy()).isEqualTo(new HeldBy(0, "the date in its path"));
    }

    @Test
    void an_end_is_the_first_of_those_that_are_named() {
        Visibility visibility = read(Readers.standard(), "a.md", "expires: 2999-02-01\nunpublishDate: 2999-01-01");
        assertThat(visibility.expires()).isEqualTo("2998-12-31T16:00:00Z");
        assertThat(visibility.heldBy()).isNull();
    }

    private static Visibility read(ArticleReader reader, String path, String lines) {
        return article(reader, path, "---\ntitle: A\ndate: 2024-01-02\n" + lines + "\n---\nx\n")
                .visibility();
    }

    private static Article article(ArticleReader reader, String path, String text) {
        SourceFile file = new SourceFile(path, text.getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
        return ((Parsed.Read<Article>) reader.read(file, Readers.NOW)).value();
    }
}
