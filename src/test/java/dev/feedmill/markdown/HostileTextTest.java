package dev.feedmill.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts made to cost much: each is read to its end by every dialect. */
class HostileTextTest {
    private static final int LENGTH = 20_000;
    private static final List<MarkdownRules> DIALECTS = List.of(
            MarkdownRules.COMMON,
            MarkdownRules.KRAMDOWN,
            MarkdownRules.GOLDMARK,
            MarkdownRules.MARKED_HEXO,
            MarkdownRules.PYTHON_MARKDOWN,
            MarkdownRules.ASTRO.mdx());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*a ",
                "a* ",
                "*a_ ",
                "~a ~~b ",
                "[[a",
                "[a] ",
                "[^1] ",
                "$a_",
                "$$",
                "\\(",
                "{: a",
                "{::a}",
                "::: tip\n",
                "> [!NOTE]\n> ",
                "!!! a\n    ",
                "<div markdown=\"1\">\n",
                "</div>\n",
                ": a\n",
                "a\n: b\n",
                "==a",
                "'",
                "\"",
                "a@",
                "http://",
                "<A ",
                "<A a=\"",
                "```\n"
            })
    void any_text_is_read_to_its_end(String unit) {
        String text = unit.repeat(LENGTH / unit.length()) + "\n\nend";
        for (MarkdownRules rules : DIALECTS) {
            assertThat(new MarkdownConverter(100)
                            .html(text, rules, WikiLinkResolver.NONE)
                            .html())
                    .contains("end");
        }
    }
}
