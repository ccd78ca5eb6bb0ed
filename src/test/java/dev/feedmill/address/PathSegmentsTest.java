package dev.feedmill.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.web.PercentCoding;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathSegmentsTest {
    @ParameterizedTest
    @CsvSource({
        "a b, a-b", "C/C++, C-C-", "100%, 100-", "新浪财经－国內, 新浪财经－国內", ".., -", "v1.2, v1.2", "feed.RSS, feed-RSS",
        "feed.json.txt, feed.json.txt", "'', -", "'\u3000', -", "👩‍💻, 👩‍💻", "e\u0301, é", "'a;b', a-b", "\\, -"
    })
    void a_segment_carries_what_a_url_can(String name, String segment) {
        assertThat(PathSegments.ofName(name)).isEqualTo(segment);
    }

    @Property(tries = 300)
    void segments_are_bounded_and_stay_what_they_are(@ForAll String name) {
        String segment = PathSegments.ofName(name.repeat(50));
        assertThat(segment.getBytes(StandardCharsets.UTF_8).length).isBetween(1, 600);
        assertThat(PathSegments.ofName(segment)).isEqualTo(segment);
        assertThat(segment).doesNotContain("/", "?", "#", "%", "\0");
    }

    @Property(tries = 300)
    void encoded_segments_are_ascii_and_come_back(@ForAll String name) {
        String segment = PathSegments.ofName(name);
        String encoded = PercentCoding.encode(segment);
        assertThat(encoded).matches("[-A-Za-z0-9._~!$'()*,=:@%]+");
        assertThat(URLDecoder.decode(encoded, StandardCharsets.UTF_8)).isEqualTo(segment);
    }
}
