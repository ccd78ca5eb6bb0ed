package dev.feedmill.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.reading.header.HtmlHead;
import dev.feedmill.reading.text.SummaryMarkFinder;
import dev.feedmill.yaml.Mapping;
import org.junit.jupiter.api.Test;

/** Texts that are long in the ways that made their readers go over them again and again. */
class LongHeadersTest {
    private static final int MAX_CHARS = 1 << 16;

    @Test
    void a_head_is_read_as_far_as_front_matter_may_go() {
        String metas = "<meta name=a content=b>\n".repeat(200);
        Mapping found = HtmlHead.read("<title>T</title>\n" + metas + "<meta name=c content=d>", 3, MAX_CHARS);
        assertThat(found.lines()).containsEntry("title", 3).containsEntry("c", 204);
        assertThat(HtmlHead.read(" ".repeat(MAX_CHARS) + "<title>T</title>", 1, MAX_CHARS)
                        .values())
                .isEmpty();
        assertThat(HtmlHead.read("<title".repeat(800_000), 1, MAX_CHARS).values())
                .isEmpty();
        assertThat(HtmlHead.read("<body><title>T</title>", 1, MAX_CHARS).values())
                .isEmpty();
    }

    @Test
    void a_mark_that_a_text_does_not_have_is_sought_once() {
        assertThat(SummaryMarkFinder.find("x\n".repeat(1_000_000), "<!--cut-->"))
                .isEqualTo(-1);
        assertThat(SummaryMarkFinder.find("x\n".repeat(1_000_000) + "<!--cut-->", "<!--cut-->"))
                .isEqualTo(2_000_000);
    }
}
