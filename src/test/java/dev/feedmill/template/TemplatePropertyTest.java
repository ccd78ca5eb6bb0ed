package dev.feedmill.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.template.run.TemplateReader;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Properties of every text in every template language. */
class TemplatePropertyTest {
    private static final List<TemplateRules> ALL = List.of(
            TemplateRules.JEKYLL,
            TemplateRules.HEXO,
            TemplateRules.HUGO,
            TemplateRules.ELEVENTY,
            TemplateRules.ZOLA,
            TemplateRules.VUE,
            TemplateRules.PELICAN,
            TemplateRules.OBSIDIAN,
            TemplateRules.MDX,
            TemplateRules.NONE,
            TemplateRules.ANY);

    private static TemplateResult read(String text, TemplateRules rules) {
        return TemplateReader.read(text, true, rules, new SamplePage());
    }

    @Property(tries = 300)
    void a_text_without_braces_is_unchanged(@ForAll("plain") String text, @ForAll("rules") TemplateRules rules) {
        TemplateResult result = read(text, rules);
        assertThat(result.body().text()).isEqualTo(text);
        assertThat(result.notes()).isEmpty();
    }

    @Property(tries = 300)
    void code_is_unchanged(@ForAll("code") String code, @ForAll("rules") TemplateRules rules) {
        String fenced = "Words.\n\n~~~~~~\n" + code + "\n~~~~~~\n\nEnd.\n";
        assertThat(read(fenced, rules).body().text()).isEqualTo(fenced);
        String listed = "- item\n\n  ~~~~~~\n  " + code.replace("\n", "\n  ") + "\n  ~~~~~~\n";
        assertThat(read(listed, rules).body().text()).isEqualTo(listed);
        String indented = "Words.\n\n    x" + code.replace("\n", " ") + "\n\nEnd.\n";
        assertThat(read(indented, rules).body().text()).isEqualTo(indented);
        String element = "<pre>" + code.replace("\n\n", "\n") + "</pre>\n";
        assertThat(read(element, rules).body().text()).isEqualTo(element);
        String span = "``````x " + code.replace("\n", " ") + " x`````` end";
        assertThat(read(span, rules).body().text()).isEqualTo(span);
    }

    @Property(tries = 500)
    void any_mix_of_marks_is_read(@ForAll("mixes") String text, @ForAll("rules") TemplateRules rules) {
        TemplateResult result = read(text, rules);
        assertThat(result.body().text()).hasSizeLessThanOrEqualTo(100 * text.length() + 60_000);
        long lines = text.chars().filter(c -> c == '\n').count() + 1;
        assertThat(result.notes()).allSatisfy(note -> assertThat(note.line()).isBetween(1, (int) lines));
        int shown = (int) result.body().text().chars().filter(c -> c == '\n').count() + 1;
        for (int line = 1; line <= shown; line++) {
            assertThat(result.body().sourceLine(line)).isBetween(1, (int) lines);
        }
    }

    @Property(tries = 300)
    void each_line_is_mapped_to_its_source(@ForAll("mixes") String before, @ForAll("rules") TemplateRules rules) {
        String text = "first\n\n" + before + "\n\nlast-word\n";
        String shown = read(text, rules).body().text();
        int at = shown.indexOf("\nlast-word") + 1;
        if (at > 0) {
            int line = MappedText.line(shown, at);
            assertThat(read(text, rules).body().sourceLine(line))
                    .isEqualTo(MappedText.line(text, text.indexOf("last-word")));
        }
    }

    @Example
    void code_after_thousands_of_lines_is_unchanged() {
        for (String line : List.of("{a\n", "> {a\n", "- {a\n")) {
            String text = line.repeat(1700) + "\n```\n{{ page.who }}\n```\n\n    {{ page.who }}\n";
            assertThat(read(text, TemplateRules.JEKYLL).body().text()).isEqualTo(text);
        }
    }

    @Provide
    Arbitrary<TemplateRules> rules() {
        return Arbitraries.of(ALL);
    }

    @Provide
    Arbitrary<String> plain() {
        return Arbitraries.strings()
                .withChars("ab \n\t`*_<>-#$\\!|[]()=\"'&0:/;")
                .ofMaxLength(200);
    }

    @Provide
    Arbitrary<String> code() {
        return pieces(
                "{{ a }}",
                "{% b %}",
                "{% include c %}",
                "{{< d >}}",
                "{{% e %}}",
                "{: .f}",
                "{# g #}",
                "{/* h */}",
                "{{ i() }}",
                "%% j %%",
                "k",
                " ",
                "\n",
                "{::comment}",
                "{% if l %}",
                "${{ m }}");
    }

    @Provide
    Arbitrary<String> mixes() {
        return pieces(
                "{{",
                "}}",
                "{%",
                "%}",
                "{{<",
                ">}}",
                "{{ page.who }}",
                "{% if page.who %}",
                "{% else %}",
                "{% endif %}",
                "{% for i in (1..9) %}",
                "{% for i in page.items %}",
                "{% endfor %}",
                "{{ i }}",
                "{% capture c %}",
                "{% endcapture %}",
                "{{ c }}",
                "{% assign c = c | append: c %}",
                "{% raw %}",
                "{% endraw %}",
                "{% highlight x %}",
                "{% endhighlight %}",
                "{% comment %}",
                "{% endcomment %}",
                "{% note a b %}",
                "{% endnote %}",
                "{{< figure src=a.png caption=\"*x*\" >}}",
                "{{< details x >}}",
                "{{< /details >}}",
                "{: .x}",
                "{:toc}",
                "{::comment}",
                "{:/}",
                "{#",
                "#}",
                "%%",
                "{/*",
                "*/}",
                "```",
                "`",
                "$$",
                "$",
                "<pre>",
                "</pre>",
                "<!--",
                "-->",
                "> ",
                "- ",
                "1. ",
                "    ",
                "\n",
                "\n\n",
                "words",
                " ",
                "\"",
                "'",
                "{% case 1 %}",
                "{% when 1 %}",
                "{% endcase %}",
                "{%- x -%}",
                "{{ f(a=1) }}",
                "{% q(a=1) %}",
                "{% end %}",
                "|",
                "\\");
    }

    private static Arbitrary<String> pieces(String... pieces) {
        return Arbitraries.of(pieces).list().ofMinSize(1).ofMaxSize(30).map(list -> String.join("", list));
    }
}
