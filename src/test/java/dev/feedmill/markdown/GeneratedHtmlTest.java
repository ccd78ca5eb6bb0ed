package dev.feedmill.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GeneratedHtmlTest {
    @Test
    void tags_and_lines_are_known() {
        GeneratedHtml made = new GeneratedHtml("  <figure class=\"a > b\">\n<img alt='x > y'> words</figure>\n");
        assertThat(made.has("<figure class=\"a > b\">")).isTrue();
        assertThat(made.has("<img alt='x > y'>")).isTrue();
        assertThat(made.has("</figure>")).isTrue();
        assertThat(made.has("<img alt='x > y'> words</figure>")).isTrue();
        assertThat(made.has("<img>")).isFalse();
    }

    @Test
    void what_is_not_closed_takes_no_long_time() {
        assertThat(new GeneratedHtml("<a'\"".repeat(500_000)).has("<b>")).isFalse();
    }

    @Test
    void an_apostrophe_that_none_closes_hides_no_tag() {
        GeneratedHtml made = new GeneratedHtml("<p>it's</p> <b title=it's>x</b>");
        assertThat(made.has("<p>")).isTrue();
        assertThat(made.has("</b>")).isTrue();
    }
}
