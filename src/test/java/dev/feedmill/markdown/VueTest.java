package dev.feedmill.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.html.markup.Fault;
import dev.feedmill.html.markup.Markup;
import org.junit.jupiter.api.Test;

class VueTest {
    @Test
    void an_empty_component_that_is_not_known_is_named_with_its_line() {
        assertThat(html("One.\n\n<Counter\n  :start=\"1\"\n/>\n\n<Odd></Odd>\n\n<Odd>\n\n*two*\n\n</Odd>\n")
                        .faults())
                .containsExactly(
                        new Fault(3, "'<Counter>' is not known here; it is left out"),
                        new Fault(7, "'<Odd>' is not known here; it is left out"));
    }

    @Test
    void components_of_vue_and_of_the_theme_are_no_fault() {
        assertThat(html("<ClientOnly>\n\none\n\n</ClientOnly>\n\nNew <Badge text=\"2\" />\n")
                        .faults())
                .isEmpty();
    }

    @Test
    void attributes_of_vue_are_those_of_a_tag() {
        assertThat(html("<button @click=\"a > b\" #slot>go</button>\n").html())
                .startsWith("<p><button ")
                .endsWith(">go</button></p>\n")
                .doesNotContain("@", "#", "&lt;");
    }

    private static Markup html(String text) {
        return new MarkdownConverter(100).html(text, MarkdownRules.VITEPRESS, WikiLinkResolver.NONE);
    }
}
