package dev.feedmill.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.feedmill.article.Article;
import dev.feedmill.article.Article.DateOrigin;
import dev.feedmill.problem.Parsed;
import dev.feedmill.problem.Problem;
import dev.feedmill.problem.Problem.Kind;
import dev.feedmill.reading.header.SourceFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real posts of many generators, where they lie beside the project. */
class CorpusTest {
    private static final Path CORPUS = Path.of("../shared/corpus");
    private static final Map<String, Parsed<Article>> READ = new TreeMap<>();

    @BeforeAll
    static void read_all() throws IOException {
        assumeTrue(Files.isDirectory(CORPUS), "skipped: the real posts are not beside the project");
        ArticleReader reader = Readers.standard();
        try (Stream<Path> files = Files.walk(CORPUS)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(f -> reader.isArticle(f.getFileName().toString()))
                    .toList()) {
                String path = CORPUS.relativize(file).toString();
                Parsed<SourceFile> source = SourceFile.load(CORPUS, path, 5 << 20);
                READ.put(path, reader.read(((Parsed.Read<SourceFile>) source).value(), Readers.NOW));
            }
        }
        try (PrintStream dump = new PrintStream("target/corpus.txt", "UTF-8")) {
            READ.forEach((path, parsed) -> {
                dump.println("== " + path);
                parsed.problems().forEach(dump::println);
                if (parsed instanceof Parsed.Read<Article> read) {
                    Article a = read.value();
                    dump.println(
                            a.title() + " | " + a.published() + " " + a.publishedFrom() + " | " + a.updated() + " | "
                                    + a.authors() + " | " + a.categories() + " | " + a.tags() + " | " + a.image()
                                    + " | " + a.link()
                                    + " | " + a.slug() + " | " + a.language() + (a.draft() ? " | DRAFT" : ""));
                    dump.println("  " + a.summary());
                }
            });
        }
    }

    @Test
    void every_file_is_read_or_refused_with_a_reason() {
        assertThat(READ).hasSizeGreaterThan(400);
        READ.forEach((path, parsed) -> {
            if (parsed instanceof Parsed.Read<Article> read) {
                assertThat(read.value().label()).as(path).isNotBlank();
                assertThat(read.value().body().stored()).as(path).doesNotContain("<script");
            } else {
                assertThat(parsed.problems()).as(path).isNotEmpty();
            }
        });
        assertThat(READ.values().stream().filter(Parsed.Refused.class::isInstance))
                .hasSizeLessThan(5);
    }

    @Test
    void an_invalid_date_falls_back_and_is_reported() {
        assertThat(article("快讯/id34518067338.md").publishedFrom()).isEqualTo(DateOrigin.FILE_TIME);
        assertThat(kinds("快讯/id34518067338.md")).contains(Kind.DATE);
        assertThat(kinds("spring_09mybatis.md")).contains(Kind.DATE);
    }

    @Test
    void a_ruby_object_is_dropped_and_the_post_kept() {
        String path = READ.keySet().stream()
                .filter(p -> p.contains("kmassada-wp/_drafts/legacy/2009-03-17"))
                .findFirst()
                .orElseThrow();
        assertThat(kinds(path)).contains(Kind.UNSAFE_VALUE);
        assertThat(article(path).title()).isNotBlank();
    }

    @Test
    void encodings_are_repaired_and_reported() {
        assertThat(kinds("gitmagic-table-of-contents.md")).contains(Kind.ENCODING);
        assertThat(kinds("12thstan+Lowblog-/source/_posts/Test.md")).contains(Kind.ENCODING, Kind.DATE);
        assertThat(find("一次线上问题引发的思考.md")).isInstanceOf(Parsed.Refused.class);
        assertThat(kinds("一次线上问题引发的思考.md")).containsExactly(Kind.NOT_TEXT);
    }

    @Test
    void broken_yaml_is_read_line_by_line() {
        assertThat(kinds("JVM_02对象创建.md")).contains(Kind.FRONT_MATTER);
        assertThat(article("JVM_02对象创建.md").title()).isNotBlank();
        assertThat(kinds("2024-03-21-buffer-overread-cve-2024-27280.md")).contains(Kind.DUPLICATE_KEY);
    }

    private static Article article(String end) {
        return ((Parsed.Read<Article>) find(end)).value();
    }

    private static List<Kind> kinds(String end) {
        return find(end).problems().stream().map(Problem::kind).toList();
    }

    private static Parsed<Article> find(String end) {
        return READ.entrySet().stream()
                .filter(e -> e.getKey().endsWith(end))
                .filter(e -> !end.startsWith("2024-03-21") || e.getKey().contains("/ja/"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
