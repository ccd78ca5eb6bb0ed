package dev.feedmill.http.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.address.PathSegments;
import dev.feedmill.http.query.Parameters;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawPathTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/tags/a          | a",
                "/tags/a/b        | a·b",
                "/tags/a/         | a",
                "/tags/a%2Fb      | a/b",
                "/tags/a%252Fb    | a%2Fb",
                "/tags/a+b        | a+b",
                "/tags/%e9%87%91  | 金",
                "/tags/金          | 金",
                "/tags/..         | ..",
                "/tags/%2e%2e/x   | ..·x",
                "/tags/a//b       | a··b"
            })
    void segments_are_decoded_once_and_apart(String path, String segments) {
        assertThat(RawPath.segmentsBelow(path, "/tags/")).containsExactly(segments.split("·", -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "%zz", "%4g", "a%", "%ff", "%c0%af", "%e9%87", "%ed%a0%80", "%f8%88%80%80%80"})
    void what_is_no_utf_8_is_nothing(String raw) {
        assertThat(RawPath.decode(raw, false)).isNull();
        assertThat(RawPath.segmentsBelow("/tags/x/" + raw, "/tags/")).isNull();
    }

    @Property
    void what_is_encoded_is_decoded_again(@ForAll @NotEmpty List<@NotEmpty String> names) {
        List<String> segments =
                names.stream().map(RawPathTest::withoutLoneSurrogates).toList();

        assertThat(RawPath.segmentsBelow("/tags/" + PathSegments.encode(segments), "/tags/"))
                .isEqualTo(segments);
    }

    private static String withoutLoneSurrogates(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    @Property
    void any_path_and_query_is_decoded_or_refused(@ForAll("raw") String raw) {
        List<String> segments = RawPath.segmentsBelow("/tags/" + raw, "/tags/");
        if (segments != null) {
            assertThat(segments).isNotEmpty();
        }
        assertThat(new Parameters(raw).all("nobody")).isEmpty();
    }

    @Provide
    Arbitrary<String> raw() {
        return Arbitraries.of("%", "4", "1", "f", "/", "?", "&", "=", "+", "é", "\ud83d", "\0", ";", "..", "%00", "%2F")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Property
    void a_parameter_keeps_its_values_in_order(@ForAll @Size(max = 4) List<@NotEmpty String> values) {
        List<String> sent = values.stream()
                .map(RawPathTest::withoutLoneSurrogates)
                .filter(value -> !value.isBlank())
                .toList();
        String query = String.join(
                "&",
                sent.stream().map(value -> "tag=" + PathSegments.encode(value)).toList());

        assertThat(new Parameters(query).all("tag")).isEqualTo(sent);
    }
}
