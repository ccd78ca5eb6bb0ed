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
import org.junit.jupiter.params.provider.ValueSource;

/** Files that articles take in. */
class IncludesTest {
    private static final String PART = """
            ---
            title: Part
            ---
            Line *four*.

            ## Basics {#own}

            Line eight.
            <!-- #region here -->
            Line ten.
            <!-- #endregion here -->

            ## Next

            Last line.
            """;

    private static final String CODE = """
            import a;
              // #region part
              call(a);
                call(b);
              // #endregion part
            end;
            """;

    @TempDir
    Path folder;

    private void write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }

    private Parsed<Article> read(String path, String body) {
        Sites sites = new SiteFinder(
                        folder, new PathPatterns(List.of(), List.of("left-out/")), LastValidConfigurations.NONE)
                .find("auto");
        ArticleReader reader =
                new ArticleReader(Readers.rulesOfSites(), sites, Readers.sanitizer(), new MediaFolder(folder, 1 << 20));
        byte[] bytes = ("---\ntitle: A\ndate: 2024-01-02\n---\n" + body + "\n").getBytes(StandardCharsets.UTF_8);
        return reader.read(new SourceFile(path, bytes, Instant.EPOCH), Readers.NOW);
    }

    private static String body(Parsed<Article> read) {
        return ((Parsed.Read<Article>) read).value().body().stored().replaceAll("\\s+", " ");
    }

    private void vitePress() throws IOException {
        write(".vitepress/config.mts", "export default { srcDir: 'src' }\n");
        write("src/parts/a.md", PART);
        write("left-out/b.md", "Words of *b*.\n");
        write("src/parts/c.js", CODE);
        write("src/parts/draft.md", "---\ndraft: true\n---\nThe merger.\n");
        write("src/parts/later.md", "---\ndate: 2099-01-01\n---\nThe merger.\n");
        write("src/.secret.js", "merger");
        write("src/.hidden/x.md", "merger");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "<!-- @include: ./parts/a.md -->       | Line four. ; Basics ; Line eight. ; Line ten. ; Next ; Last line.",
                "<!--@include: @/parts/a.md-->         | Line four. ; Basics ; Line eight. ; Line ten. ; Next ; Last line.",
                "<!-- @include: ./parts/a.md{4,6} -->  | Line four. ; Basics",
                "<!-- @include: ./parts/a.md{14,} -->  | Last line.",
                "<!-- @include: ./parts/a.md{4-4} -->  | Line four.",
                "<!-- @include: ./parts/a.md#here -->  | Line ten.",
                "<!-- @include: ./parts/a.md#own -->   | Basics ; Line eight. ; Line ten.",
                "<!-- @include: ./parts/a.md#next{3,} --> | Last line.",
                "<!-- @include: ../left-out/b.md -->   | Words of b.",
                "- <!-- @include: ../left-out/b.md --> | Words of b.",
            })
    void a_part_of_a_page_is_taken_in(String body, String words) throws IOException {
        vitePress();
        Parsed<Article> read = read("src/x.md", "Before.\n\n" + body + "\n\nBehind.");
        assertThat(read.problems()).isEmpty();
        String text = body(read).replaceAll("<[^>]*>", "");
        assertThat(List.of(text.replaceAll("\\s+", " ").strip().split(" (?=[A-Z])")))
                .containsExactly(("Before. ; " + words + " ; Behind.").split(" ; "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "<<< @/parts/c.js#part                     | language-js",
                "<<< ./parts/c.js#part{ts}                 | language-ts",
                "<<< ./parts/c.js#part{1,2 ts:line-numbers} | language-ts",
                "<<< ../src/parts/c.js#part [label]        | language-js",
                "@[code{3-4}](./parts/c.js)                | language-js",
                "@[code{3-4} ts:no-line-numbers](./parts/c.js) | language-ts",
            })
    void a_file_of_code_is_taken_in(String body, String language) throws IOException {
        vitePress();
        Parsed<Article> read = read("src/x.md", "1. One\n\n   " + body + "\n\n   Two.");
        assertThat(read.problems()).isEmpty();
        assertThat(((Parsed.Read<Article>) read)
                        .value()
                        .body()
                        .stored()
                        .replaceAll("(?m)^ +|(?<=>) +", "")
                        .replaceAll("\\s+", " "))
                .contains("<pre><code class=\"" + language + "\">call(a); call(b); </code></pre>")
                .contains("<p>Two.</p>");
    }

    @Test
    void the_whole_of_a_file_of_code_keeps_what_looks_like_template_code_and_fences() throws IOException {
        vitePress();
        write("src/parts/d.md", "````\n{{ title }} <b>\n```\n");
        assertThat(body(read("src/x.md", "<<< ./parts/d.md")))
                .contains("<pre><code class=\"language-md\">```` {{ title }} &lt;b&gt; ``` </code></pre>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "<!-- @include: ./nowhere.md -->       | there is no './nowhere.md' in the folder",
                "<!-- @include: ./parts/a.md#no -->    | there is no '#no' in './parts/a.md'",
                "<!-- @include: ../../x.md -->         | '../../x.md' lies outside of the folder of its site; it is left out",
                "<!-- @include: ./parts/draft.md -->   | 'src/parts/draft.md' is not public; it is left out",
                "<!-- @include: ./parts/later.md -->   | 'src/parts/later.md' is not public; it is left out",
                "<!-- @include: ./.hidden/x.md -->     | './.hidden/x.md' is a hidden file; it is left out",
                "<<< @/.secret.js                      | '.secret.js' is a hidden file; it is left out",
                "<<< ../../../etc/passwd               | '../../../etc/passwd' lies outside of the folder of its site; it is left out",
                "<<< ./nowhere.js{1}                   | there is no './nowhere.js' in the folder",
                "<<< ./parts                           | there is no './parts' in the folder",
                "<<< ./parts/link.js                   | './parts/link.js' lies outside of the folder of its site; it is left out",
                "<<< ./parts/bytes.bin                 | 'src/parts/bytes.bin' must be text; it is left out",
            })
    void what_may_not_be_taken_in_is_a_problem_with_its_line(String body, String problem) throws IOException {
        vitePress();
        Path outside = Files.createTempFile("outside", ".js");
        Files.writeString(outside, "merger");
        Files.createSymbolicLink(folder.resolve("src/parts/link.js"), outside);
        Files.write(folder.resolve("src/parts/bytes.bin"), new byte[] {0, 1, 2, 'm'});
        Parsed<Article> read = read("src/x.md", "Before.\n\n" + body + "\n\nBehind.");
        Files.delete(outside);
        assertThat(read.problems()).extracting(Problem::message).containsExactly(problem);
        assertThat(read.problems().get(0).location().line()).isEqualTo(7);
        assertThat(body(read)).contains("Before.", "Behind.").doesNotContainIgnoringCase("merger");
    }

    @Test
    void parts_and_code_that_mdx_imports_are_shown() throws IOException {
        write("docusaurus.config.js", "module.exports = {url: 'https://d.test', baseUrl: '/'};\n");
        write(
                "blog/_part.mdx",
                "---\ntitle: P\n---\nimport Inner from '@site/parts/_inner.md';\n\nPart *one*.\n\n<Inner />\n");
        write("parts/_inner.md", "Inner words.\n");
        write("parts/a.js", "let a = `x${y}`;\n");
        Parsed<Article> read = read("blog/x.mdx", """
                import Part from './_part.mdx';
                import Code from '!!raw-loader!@site/parts/a.js';
                import Chart from './chart';

                <Part name="x" />

                <CodeBlock language="js">{Code}</CodeBlock>

                ```jsx
                <Part />
                ```
                """);
        assertThat(read.problems()).isEmpty();
        assertThat(body(read))
                .isEqualTo(
                        "<p>Part <em>one</em>.</p> <p>Inner words.</p> <pre><code class=\"language-js\">"
                                + "let a = `x${y}`; </code></pre> <pre><code class=\"language-jsx\">&lt;Part /&gt; </code></pre>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "import A from './_no.mdx'; | there is no './_no.mdx' in the folder",
                "import A from './_draft.mdx'; | 'blog/_draft.mdx' is not public; it is left out",
                "import A from '../../../x.md'; | '../../../x.md' lies outside of the folder of its site; it is left out",
                "import A from './x.mdx'; | './x.mdx' must not include itself; it is left out"
            })
    void what_mdx_may_not_import_is_a_problem_with_its_line(String line, String problem) throws IOException {
        write("docusaurus.config.js", "module.exports = {url: 'https://d.test', baseUrl: '/'};\n");
        write("blog/_draft.mdx", "---\ndraft: true\n---\nThe merger.\n");
        write("blog/x.mdx", "One.\n");
        Parsed<Article> read = read("blog/x.mdx", line + "\n\n<A />\n\nWords.");
        assertThat(read.problems()).extracting(Problem::message).containsExactly(problem);
        assertThat(read.problems().get(0).location().line()).isEqualTo(7);
        assertThat(body(read)).isEqualTo("<p>Words.</p>");
    }

    @Test
    void a_file_that_takes_itself_in_ends() throws IOException {
        vitePress();
        write("src/parts/e.md", "One.\n\n<!-- @include: ./f.md -->\n");
        write("src/parts/f.md", "Two.\n\n<!-- @include: ./e.md -->\n");
        Parsed<Article> read = read("src/x.md", "<!-- @include: ./parts/e.md -->");
        assertThat(body(read)).contains("One.", "Two.");
        assertThat(read.problems())
                .extracting(Problem::message)
                .containsExactly("'./e.md' must not include itself; it is left out");
    }

    @Test
    void files_that_are_larger_together_than_an_article_end() throws IOException {
        vitePress();
        for (int i = 0; i < 12; i++) {
            String next = "<!-- @include: ./n" + (i + 1) + ".md -->\n\n";
            write("src/parts/n" + i + ".md", next + next + next);
        }
        write("src/parts/n12.md", "End.\n");
        Parsed<Article> read = read("src/x.md", "<!-- @include: ./parts/n0.md -->");
        assertThat(read.problems())
                .extracting(Problem::message)
                .contains("the files that an article includes must not be larger in total than an article may be");
    }

    @Test
    void lines_behind_what_is_taken_in_are_those_of_the_article() throws IOException {
        vitePress();
        Parsed<Article> read = read("src/x.md", "<!-- @include: ./parts/a.md -->\n\n<Odd />\n\n{{ $site.nothing }}");
        assertThat(read.problems())
                .extracting(problem -> problem.location().line())
                .containsExactly(7, 9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"```md\n<!-- @include: ./nowhere.md -->\n```", "```\n<<< @/nowhere.js\n```"})
    void what_code_speaks_of_is_no_problem(String body) throws IOException {
        vitePress();
        Parsed<Article> read = read("src/x.md", body);
        assertThat(read.problems()).isEmpty();
        assertThat(body(read)).contains("nowhere");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{% include_code a.js %}                        | a.js  | language-js | one two three",
                "{% include_code A title lang:ts from:2 to:2 a.js %} | A title | language-ts | two",
            })
    void a_file_of_code_of_hexo_is_shown(String body, String title, String language, String code) throws IOException {
        write("_config.yml", "url: https://h.test\nroot: /blog/\ncode_dir: snippets\n");
        write("source/_posts/x.md", "");
        write("source/snippets/a.js", "one\ntwo\nthree\n");
        Parsed<Article> read = read("source/_posts/x.md", body);
        assertThat(read.problems()).isEmpty();
        assertThat(body(read))
                .isEqualTo("<figure><figcaption>" + title
                        + " <a href=\"https://h.test/blog/snippets/a.js\">view raw</a></figcaption>"
                        + "<pre><code class=\"" + language + "\">" + code + "</code></pre></figure>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{% include_code ../../_config.yml %} | '../../_config.yml' lies outside of the folder 'source/downloads/code'; it is left out",
                "{% include_code .env %}              | '.env' is a hidden file; it is left out",
                "{% include_code b.js %}              | there is no 'b.js' in the folder"
            })
    void code_of_hexo_outside_of_its_folder_is_a_problem(String body, String problem) throws IOException {
        write("_config.yml", "url: https://h.test\ntoken: merger\n");
        write("source/_posts/x.md", "");
        write("source/downloads/code/.env", "merger");
        Parsed<Article> read = read("source/_posts/x.md", "One.\n\n" + body);
        assertThat(read.problems()).extracting(Problem::message).containsExactly(problem);
        assertThat(read.problems().get(0).location().line()).isEqualTo(7);
        assertThat(body(read)).doesNotContain("merger");
    }

    @ParameterizedTest
    @CsvSource({
        "https://h.test, /blog/, '[b]({% post_path b %})', https://h.test/blog/2024/01/02/b/",
        "https://h.test/blog, /blog/, '[b]({% post_path b %})', https://h.test/blog/2024/01/02/b/",
        "https://h.test/blog, /blog/, '![b]({% asset_path b.png %})', https://h.test/blog/2024/01/02/x/b.png",
        "https://h.test, /, '![b]({% asset_path b.png %})', https://h.test/2024/01/02/x/b.png"
    })
    void paths_of_hexo_lie_below_its_root(String url, String root, String body, String address) throws IOException {
        write("_config.yml", "url: " + url + "\nroot: " + root + "\npost_asset_folder: true\n");
        write("source/_posts/b.md", "---\ntitle: B\ndate: 2024-01-02\n---\nB.\n");
        Parsed<Article> read = read("source/_posts/x.md", body);
        assertThat(read.problems()).isEmpty();
        assertThat(body(read)).contains("\"" + address + "\"");
    }
}
