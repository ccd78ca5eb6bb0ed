package dev.feedmill.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.html.markup.Fault;
import dev.feedmill.html.markup.Markup;
import org.junit.jupiter.api.Test;

class MdxTest {
    @Test
    void what_is_not_known_is_named_with_its_line() {
        assertThat(html("One.\n\n<Chart data={x} />\n\n<Odd>\n\n*two*\n\n</Odd>\n")
                        .faults())
                .containsExactly(
                        new Fault(3, "'<Chart>' is not known here; it is left out"),
                        new Fault(5, "'<Odd>' is not known here; only what it holds is shown"));
    }

    @Test
    void components_that_only_hold_something_are_no_fault() {
        assertThat(html("<Tabs>\n<TabItem label=\"npm\">\n*one*\n</TabItem>\n</Tabs>\n")
                        .faults())
                .isEmpty();
    }

    @Test
    void lines_are_those_of_the_source_behind_the_labels_of_tabs() {
        assertThat(html("<Tabs>\n<TabItem value=\"a\">\none\n</TabItem>\n</Tabs>\n\n<Odd />\n\n<!-- open\n")
                        .faults())
                .containsExactly(
                        new Fault(7, "'<Odd>' is not known here; it is left out"),
                        new Fault(9, "'<!--' must be closed by '-->'; it is shown as text"));
    }

    @Test
    void code_that_a_program_makes_is_named() {
        assertThat(html("One.\n\n<CodeBlock language=\"js\">{Source}</CodeBlock>\n")
                        .faults())
                .containsExactly(new Fault(3, "'<CodeBlock>' holds code that a program makes; it is left out"));
    }

    @Test
    void a_program_ends_with_its_paragraph_and_its_brackets() {
        assertThat(html("import A from 'a';\nexport const b = {\n\n  c: 1,\n};\n\nWords.\n")
                        .html())
                .isEqualTo("<p>Words.</p>\n");
    }

    @Test
    void a_paragraph_that_begins_as_a_program_does_within_words_is_words() {
        assertThat(html("We\nexport goods.\n").html()).isEqualTo("<p>We\nexport goods.</p>\n");
    }

    private static Markup html(String text) {
        return new MarkdownConverter(100).html(text, MarkdownRules.GITHUB.mdx(), WikiLinkResolver.NONE);
    }
}
