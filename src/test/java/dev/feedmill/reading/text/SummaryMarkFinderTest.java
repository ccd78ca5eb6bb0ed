package dev.feedmill.reading.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryMarkFinderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"<!-- more -->", "<!--more-->", "<!-- Read More -->", "<!-- truncate -->", "{/* truncate */}"})
    void a_mark_ends_the_summary(String mark) {
        String body = "The short.\n\n" + mark + "\n\nThe long.";
        assertThat(SummaryMarkFinder.find(body)).isEqualTo(12);
        assertThat(SummaryMarkFinder.without(body)).isEqualTo("The short.\n\n\n\nThe long.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Write `<!-- more -->` there.",
                "Write `` `<!-- more -->` `` there.",
                "```html\n<!-- more -->\n```",
                "> ~~~~\n> ~~~\n> <!-- more -->\n> ~~~~",
                "```\n<!-- more -->",
                "<!-- some more words -->",
            })
    void what_is_code_or_a_remark_is_no_mark(String body) {
        assertThat(SummaryMarkFinder.find(body)).isEqualTo(-1);
        assertThat(SummaryMarkFinder.without(body)).isEqualTo(body);
    }

    @Test
    void a_mark_behind_code_counts() {
        String body = "Write `<!-- more -->` and ` so\n\n```\n<!-- more -->\n```\n\n<!-- more\n-->\nThe long.";
        assertThat(SummaryMarkFinder.find(body)).isEqualTo(body.indexOf("<!-- more\n"));
        assertThat(SummaryMarkFinder.without(body)).endsWith("```\n\n\n\nThe long.");
    }

    @Test
    void an_author_may_choose_what_ends_summaries() {
        String mark = "Write `<!--more-->`.\n\n```\n<!--cut-->\n```\n\nSecond. <!--cut-->\n\nThe long.";
        assertThat(SummaryMarkFinder.find(mark, "<!--cut-->")).isEqualTo(mark.indexOf(" <!--cut-->") + 1);
        String line = "A heading\n---\n\n```\n\n---\n```\n\nThe short.\n\n---\n\nThe long.";
        assertThat(SummaryMarkFinder.find(line, "---")).isEqualTo(line.lastIndexOf("---"));
        assertThat(SummaryMarkFinder.find("A heading\n---\nwords --- more", "---"))
                .isEqualTo(-1);
    }
}
