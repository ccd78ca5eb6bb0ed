package dev.feedmill.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource({
        "a b, a-b", "C/C++, C-C-", "100%, 100-", "新浪财经－国內, 新浪财经－国內", ".., -", "v1.2, v1.2", "feed.RSS, feed-RSS",
        "feed.json.txt, feed.json.txt", "'', -", "'\u3000', -", "👩‍💻, 👩‍💻", "e\u0301, é", "'a;b', a-b", "\\, -"
    })
    void a_segment_carries_what_a_url_can(String name, String segment) {
        assertThat(Names.segment(name)).isEqualTo(segment);
    }

    @Test
    void case_and_composition_do_not_count_and_width_does() {
        assertThat(Names.fold("STRASSE É")).isEqualTo(Names.fold("straße e\u0301"));
        assertThat(Names.fold("－")).isNotEqualTo(Names.fold("-"));
    }

    @Property(tries = 300)
    void folded_names_and_segments_are_bounded_and_stay_what_they_are(@ForAll String name) {
        String folded = Names.fold(name.repeat(50));
        assertThat(folded.getBytes(StandardCharsets.UTF_8).length).isLessThan(2_000);
        String segment = Names.segment(name.repeat(50));
        assertThat(segment.getBytes(StandardCharsets.UTF_8).length).isBetween(1, 600);
        assertThat(Names.segment(segment)).isEqualTo(segment);
        assertThat(segment).doesNotContain("/", "?", "#", "%", "\0");
    }
}
