package dev.feedmill.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentCodingTest {
    @Property
    void what_is_encoded_is_decoded_again(@ForAll String name) {
        String text = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        String encoded = PercentCoding.encode(text);
        assertThat(encoded).matches("[-A-Za-z0-9._~!$'()*,=:@%]*");
        assertThat(List.of(
                        String.valueOf(PercentCoding.decode(encoded)),
                        String.valueOf(PercentCoding.decodeForm(encoded)),
                        PercentCoding.decodeOld(encoded),
                        PercentCoding.decodeLink(encoded)))
                .containsOnly(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "%zz", "%4g", "a%", "%ff", "%c0%af", "%e9%87", "%ed%a0%80", "%f8%88%80%80%80"})
    void what_is_no_utf_8_is_nothing(String raw) {
        assertThat(PercentCoding.decode(raw)).isNull();
        assertThat(PercentCoding.decodeForm(raw)).isNull();
    }

    @Test
    void a_plus_sign_is_a_blank_in_forms_alone() {
        assertThat(PercentCoding.decodeForm("a+b%2Bc")).isEqualTo("a b+c");
        assertThat(PercentCoding.decode("a+b%2Bc")).isEqualTo("a+b+c");
        assertThat(PercentCoding.decodeLink("a+b%2Bc")).isEqualTo("a+b+c");
    }

    @Test
    void old_addresses_in_other_encodings_stay_apart() {
        assertThat(PercentCoding.decodeOld("/%C4%E3/%41")).isEqualTo("/%C4%E3/%41");
        assertThat(PercentCoding.decodeOld("/100%/%41")).isEqualTo("/100%/A");
    }

    @Test
    void nothing_hides_behind_other_encodings_in_links() {
        assertThat(PercentCoding.decodeLink("%C4/%2e%2e/x")).isEqualTo("\ufffd/../x");
        assertThat(PercentCoding.decodeLink("100%/%41")).isEqualTo("100%/%41");
    }

    @Test
    void only_what_no_uri_holds_is_encoded_in_a_query() {
        assertThat(PercentCoding.ascii("a=%41&b=<é>")).isEqualTo("a=%41&b=%3C%C3%A9%3E");
    }
}
