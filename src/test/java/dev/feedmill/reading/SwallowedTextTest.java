package dev.feedmill.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.article.Article;
import dev.feedmill.problem.Parsed;
import dev.feedmill.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A tag that does not end must not take the rest of an article with it. */
class SwallowedTextTest {
    private static final String HEAD = "---\ntitle: x\ndate: 2024-01-01\n---\n";

    private static String body(String file, String text) {
        return ((Parsed.Read<Article>) Readers.read(file, HEAD + text))
                .value()
                .body()
                .stored();
    }

    private static List<String> problems(String file, String text) {
        return Readers.read(file, HEAD + text).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<iframe src=\"https://player.example/1\" />",
                "<iframe src=\"https://player.example/1\">",
                "<script src=\"/x.js\" />",
                "<script async src=\"/x.js\">",
                "<script>",
                "<style>p {}",
                "<style media=print>p {}",
                "<title>",
                "<textarea>",
                "<textarea rows=2>",
                "<xmp>",
                "<noembed>",
                "<noframes>",
                "<plaintext>",
                "<select>",
                "<select name=x><option>",
                "<template>",
                "<template data-x>",
                "<svg>",
                "<svg viewBox='0 0 1 1'>",
                "<math>",
                "<noscript>",
                "<video src=/a.mp4 />",
                "<audio controls><source src=/a.ogg>",
                "<object data=/a.swf>",
                "<datalist id=x>",
                "<!-- a remark",
                "<![CDATA[",
                "<p title=\"x>",
                "<div class='a",
                "Words <script>",
                "Words <textarea> and",
                "Words <select> and <option>",
                "Words <template> and",
                "Words <svg> and",
                "Words <video src=/a.mp4>",
                "Words <iframe src=//player.example/1> and"
            })
    void the_rest_of_an_article_follows_a_tag_that_does_not_end(String tag) {
        String rest = "\n\nAfter *one*.\n\n## Two\n\nThree.\n";
        assertThat(body("a.md", "Before.\n\n" + tag + rest))
                .contains("<p>Before.</p>", "<p>After <em>one</em>.</p>", "<h2", "Two</h2>", "<p>Three.</p>");
        assertThat(problems("a.md", "Before.\n\n" + tag + rest))
                .isNotEmpty()
                .allMatch(problem -> problem.startsWith("a.md:7: "));
        String html = "<p>Before.</p>\n" + tag + "\n<p>After one.</p><h2>Two</h2>\n<p>Three.</p>";
        assertThat(body("a.html", html)).contains("Before.", "After one.", "Two", "Three.");
        assertThat(problems("a.html", html)).isNotEmpty().allMatch(problem -> problem.startsWith("a.html:6: "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "Put <script> and </script> around it. ¦ <p>Put &lt;script&gt; and &lt;/script&gt; around it.</p>",
                "A <title>t</title> is short. ¦ <p>A &lt;title&gt;t&lt;/title&gt; is short.</p>",
                "Between <template> and </template>, words. ¦ <p>Between &lt;template&gt; and &lt;/template&gt;, words.</p>",
                "x<script>alert(1)</script>y ¦ <p>xy</p>",
                "Close it by </textarea>. ¦ <p>Close it by &lt;/textarea&gt;.</p>",
                "A <!-- remark --> here. ¦ <p>A  here.</p>"
            })
    void a_tag_of_raw_text_among_words_is_a_word(String markdown, String html) {
        assertThat(body("a.md", markdown)).isEqualTo(html);
        assertThat(problems("a.md", markdown)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>\nvar a = 1;\n\nvar b = '<p>';\n</script>",
                "<style>\np {}\n\nh1 {}\n</style>",
                "<script src=/x.js></script>",
                "<script src=/x.js /></script>",
                "<script><!-- <script></script>",
                "<!-- a\n\nremark -->",
                "<template><p>x</p></template>",
                "<select><option>x<option>y</select>"
            })
    void what_ends_is_taken_out_whole_and_is_no_problem(String element) {
        assertThat(body("a.md", "Before.\n\n" + element + "\n\nAfter.")).isEqualTo("<p>Before.</p>\n<p>After.</p>");
        assertThat(problems("a.md", element + "\n\nAfter.")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<div>\n<script>\na();\n\nb();\n</script>\n</div>", "<div><!--\n\nwords\n\n<p>--></p></div>"})
    void paragraphs_within_a_program_are_left_out_and_reported(String html) {
        assertThat(body("a.md", "Before.\n\n" + html + "\n\nAfter."))
                .endsWith("<p>After.</p>")
                .doesNotContain("b();", "words");
        assertThat(problems("a.md", "Before.\n\n" + html))
                .singleElement()
                .asString()
                .contains("all up to its end is left out");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "<p>a</p><textarea>b <b>c</b></textarea> ¦ <p>a</p><pre>b &lt;b&gt;c&lt;/b&gt;</pre>",
                "<p>a <button>b</button> <meter>c</meter> <progress>d</progress></p> ¦ <p>a b c d</p>",
                "<dialog>a</dialog><output>b</output> ¦ <div>a</div>b",
                "<select>a<p>b</p></select> ¦ &lt;select&gt;a<p>b</p>&lt;/select&gt;",
                "<map name=x><area><p>a</p></map> ¦ <p>a</p>"
            })
    void what_a_browser_shows_is_shown(String html, String shown) {
        assertThat(body("a.html", html)).isEqualTo(shown);
    }

    @Property(tries = 1000)
    void every_paragraph_comes_out_or_is_reported(@ForAll("mixes") List<String> parts) {
        for (String file : List.of("a.md", "a.html")) {
            String text = String.join("\n\n", parts);
            String body = body(file, text);
            List<String> lost = parts.stream()
                    .filter(part -> part.startsWith("word"))
                    .filter(part -> !body.contains(part))
                    .toList();
            assertThat(lost.isEmpty() || !problems(file, text).isEmpty())
                    .as("%s lost of %s in %s", lost, text, body)
                    .isTrue();
        }
    }

    @Provide
    Arbitrary<List<String>> mixes() {
        Arbitrary<String> names = Arbitraries.of(
                ("title textarea style xmp iframe noembed noframes script plaintext select option template svg math"
                                + " noscript video object")
                        .split(" ", -1));
        Arbitrary<String> tags = Arbitraries.oneOf(
                names.map(name -> "<" + name + ">"),
                names.map(name -> "<" + name + " src=https://a.example/x />"),
                names.map(name -> "<" + name + " class=x>"),
                names.map(name -> "Some <" + name + "> here"),
                Arbitraries.of("<!-- x", "<![CDATA[ x", "<div>", "<a title=\"", "<p", "<? x"));
        Arbitrary<String> words = Arbitraries.integers().between(100, 999).map(number -> "word" + number);
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(1, tags), net.jqwik.api.Tuple.of(1, words))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(parts -> parts.stream().collect(Collectors.toList()));
    }
}
