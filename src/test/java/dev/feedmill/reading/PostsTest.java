package dev.feedmill.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.Posts;
import dev.feedmill.article.Article;
import dev.feedmill.article.Article.DateOrigin;
import dev.feedmill.problem.Parsed;
import dev.feedmill.problem.Problem;
import dev.feedmill.problem.Problem.Kind;
import dev.feedmill.reading.header.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Posts with one oddity each, and whole folders of them. */
class PostsTest {
    private static Map<String, Parsed<Article>> odd = Map.of();

    @BeforeAll
    static void read_the_odd_ones() throws IOException {
        odd = read(Posts.ODD);
    }

    static List<Path> folders() {
        return Posts.folders();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void every_file_is_read_or_refused_with_a_reason(Path folder) throws IOException {
        Map<String, Parsed<Article>> all = read(folder);
        assertThat(all).hasSizeGreaterThan(12);
        all.forEach((path, parsed) -> {
            if (parsed instanceof Parsed.Read<Article> read) {
                assertThat(read.value().label()).as(path).isNotBlank();
                assertThat(read.value().body().stored()).as(path).doesNotContain("<script");
            } else {
                assertThat(parsed.problems()).as(path).isNotEmpty();
            }
        });
        assertThat(all.values().stream().filter(Parsed.Refused.class::isInstance))
                .hasSizeLessThan(5);
    }

    @ParameterizedTest
    @CsvSource({
        "broken-bytes.md,        ENCODING",
        "broken-yaml.md,         FRONT_MATTER",
        "controls.md,            NOT_TEXT",
        "date-in-words.md,       DATE",
        "duplicate-key.md,       DUPLICATE_KEY",
        "gb18030.md,             ENCODING",
        "invalid-date.md,        DATE",
        "latin-1.md,             ENCODING",
        "laughs.md,              LIMIT",
        "mark-of-byte-order.md,  ENCODING",
        "no-front-matter.md,     FRONT_MATTER",
        "not-text.md,            NOT_TEXT",
        "open-fence.md,          FRONT_MATTER",
        "ruby-object.md,         UNSAFE_VALUE",
        "shift-jis.md,           ENCODING",
        "tabs.md,                FRONT_MATTER",
        "unsafe-yaml.md,         UNSAFE_VALUE",
        "utf-16.md,              ENCODING"
    })
    void what_is_odd_is_reported(String path, Kind kind) {
        assertThat(kinds(path)).contains(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "broken-yaml.md,         Colons: everywhere: here",
        "duplicate-key.md,       Second title",
        "gb18030.md,             园丁的笔记",
        "latin-1.md,             Les pruniers de l'été",
        "laughs.md,              A billion laughs",
        "old-mac-line-ends.md,   Old line ends",
        "ruby-object.md,         An object of a program",
        "shift-jis.md,           庭の日記",
        "tabs.md,                Tabs",
        "unsafe-yaml.md,         A call into the machine",
        "utf-16.md,              Two bytes for each letter",
        "windows-line-ends.md,   Line ends"
    })
    void what_can_be_read_is_kept(String path, String title) {
        assertThat(article(path).title()).isEqualTo(title);
        assertThat(article(path).publishedFrom()).isEqualTo(DateOrigin.FRONT_MATTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"controls.md", "not-text.md", "open-fence.md"})
    void what_cannot_be_read_is_refused(String path) {
        assertThat(find(path)).isInstanceOf(Parsed.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"date-in-words.md", "invalid-date.md"})
    void an_invalid_date_falls_back(String path) {
        assertThat(article(path).publishedFrom()).isEqualTo(DateOrigin.FILE_TIME);
    }

    private static Map<String, Parsed<Article>> read(Path folder) throws IOException {
        ArticleReader reader = Readers.standard();
        Map<String, Parsed<Article>> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(f -> reader.isArticle(f.getFileName().toString()))
                    .toList()) {
                String path = folder.relativize(file).toString();
                Parsed<SourceFile> source = SourceFile.load(folder, path, 5 << 20);
                all.put(path, reader.read(((Parsed.Read<SourceFile>) source).value(), Readers.NOW));
            }
        }
        return all;
    }

    private static Article article(String path) {
        return ((Parsed.Read<Article>) find(path)).value();
    }

    private static List<Kind> kinds(String path) {
        return find(path).problems().stream().map(Problem::kind).toList();
    }

    private static Parsed<Article> find(String path) {
        return Objects.requireNonNull(odd.get(path), path);
    }
}
