package dev.feedmill.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.article.Article;
import dev.feedmill.problem.Parsed;
import dev.feedmill.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Template code is a problem where it is lost, and only there. */
class TemplateProblemsTest {
    private static final String HEAD = "---\ntitle: x\ndate: 2024-01-01\n---\n";

    private static List<String> problems(String body) {
        return Readers.read("a.md", HEAD + body).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    private static String html(String body) {
        return ((Parsed.Read<Article>) Readers.read("a.md", HEAD + body))
                .value()
                .body()
                .stored();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% raw %}Use {{ name }} here.{% endraw %}",
                "{% highlight ruby %}\nputs 1\n{% endhighlight %}",
                "![p](/p.png){: .right}",
                "* TOC\n{:toc}\n\nWords.\n{:.right}",
                "{% img left /a.png 10 10 \"words\" %}",
                "{% comment %}nobody sees it{% endcomment %}",
                "{::comment}nobody sees it{:/comment}",
                "{{< figure src=\"/a.png\" >}}",
                "{% youtube abcdefgh %}",
                "{% assign x = 1 %}",
                "{% note %}words{% endnote %}",
                "{{ \"{{\" }} and {{ '{%' }}",
                "{{</* figure */>}}",
                "$\\frac{{a}}{{b}}$ and $x_{{i}}$",
                "$$\n{{a}} {% b %}\n$$",
                "set('open', '{{') and set(\"close\", \"}}\")",
                "{/* a remark */}"
            })
    void what_loses_nothing_is_no_problem(String body) {
        assertThat(problems(body)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "a {% include x.html %} ¦ a.md:7: '{% include x.html %}' is not known here; it is left out",
                "a {{ site.url }} ¦ a.md:7: '{{ site.url }}' cannot be run here; it is left out",
                "a {{< chart 1 >}} ¦ a.md:7: '{{< chart 1 >}}' is not known here; it is left out",
                "{% if site.x %}a{% endif %} ¦ a.md:7: '{% if site.x %}' cannot be decided here; what it encloses is shown",
                "{% if site.x %}a{% else %}b{% endif %} ¦ a.md:7: '{% if site.x %}' cannot be decided here; what stands under its 'else' is shown",
                "{% for x in site.y %}a{% endfor %} ¦ a.md:7: '{% for x in site.y %}' cannot be run here; what it repeats is left out",
                "{% comment %}a ¦ a.md:7: '{% comment %}' must be closed by '{% endcomment %}'; the tag is left out",
                "{% verse Ann, a book %}a{% endverse %} ¦ a.md:7: '{% verse Ann, a book %}' is not known here; what it encloses is shown, its arguments are not",
                "{% verse https://a.example/x y %} ¦ a.md:7: '{% verse https://a.example/x y %}' is not known here; only the address it names can be shown",
                "[a]({% post_url 2024-01-01-x %}) ¦ a.md:7: '{% post_url 2024-01-01-x %}' leads to no article or file here; its address is left out"
            })
    void what_is_lost_is_named_with_its_line(String body, String problem) {
        assertThat(problems("* TOC\n{:toc}\n" + body)).containsExactly(problem);
    }

    @Test
    void equal_problems_are_one_with_a_count() {
        assertThat(problems("{{ a }}\n\n{{ b }} {{ a }}\n"))
                .containsExactly(
                        "a.md:5: '{{ a }}' cannot be run here; it is left out (and 1 more)",
                        "a.md:7: '{{ b }}' cannot be run here; it is left out");
        String many = IntStream.range(0, 30).mapToObj(i -> "{{ a" + i + " }}\n").collect(Collectors.joining());
        assertThat(problems(many)).hasSize(21).contains("a.md:5: and 10 more of this kind");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            value = {
                "{{ page.title }} and {{ title }} ¦ <p>x and x</p>",
                "{{ page.date | date: '%Y' }} ¦ <p>2024</p>",
                "{% if page.draft %}a{% else %}b{% endif %} ¦ <p>b</p>",
                "[a]({{ '/b' | relative_url }}) ¦ <p><a href=\"https://feedmill.invalid/b\">a</a></p>"
            })
    void values_of_the_front_matter_are_known(String body, String html) {
        assertThat(html(body)).isEqualTo(html);
    }

    @Test
    void braces_that_do_not_end_in_their_paragraph_are_words() {
        assertThat(html("One opens with {{ and so.\n\nWords.\n\nIt ends }} here, {% too."))
                .isEqualTo("<p>One opens with {{ and so.</p>\n<p>Words.</p>\n<p>It ends }} here, {% too.</p>");
        assertThat(html("{% highlight x %}\n\nWords.")).isEqualTo("<p>Words.</p>");
    }

    @Test
    void a_problem_of_html_has_the_line_of_the_file_behind_templates_too() {
        assertThat(problems("{% highlight x %}\na\nb\n{% endhighlight %}\n{{ a\n}}\n\nSome <title> here."))
                .contains("a.md:12: '<title>' must be closed by '</title>'; it is shown as text");
    }
}
