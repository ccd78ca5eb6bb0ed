package dev.feedmill.feed.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class Utf8BufferTest {
    @Property(tries = 500)
    void text_is_escaped_and_encoded_as_the_platform_would(@ForAll("texts") String text) {
        String expected = text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r", "&#xD;");
        assertThat(new Utf8Buffer(1).text(text).toByteArray()).isEqualTo(expected.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 500)
    void the_value_of_an_attribute_keeps_its_quotes_and_line_ends(@ForAll("texts") String text) {
        String expected = text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\r", "&#xD;")
                .replace("\n", "&#xA;")
                .replace("\t", "&#x9;");
        assertThat(new Utf8Buffer(1).attribute(text).toByteArray())
                .isEqualTo(expected.getBytes(StandardCharsets.UTF_8));
    }

    /** Long enough for several blocks, with characters of every length across their ends. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> runs = Arbitraries.of("\"", "&", "<", "\n", "\t", "\r", "a", "é", "漢", "😱")
                .flatMap(piece -> Arbitraries.integers().between(1, 1100).map(piece::repeat));
        return runs.list().ofMaxSize(4).map(list -> String.join("x", list));
    }
}
