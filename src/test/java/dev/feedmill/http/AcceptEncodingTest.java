package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptEncodingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "gzip                            | true",
                "GZIP                            | true",
                "x-gzip                          | true",
                "br, gzip                        | true",
                "gzip, deflate, br, zstd         | true",
                "*                               | true",
                "*;q=0.1                         | true",
                "gzip ; q=0.001                  | true",
                "gzip;q=1.000                    | true",
                "identity;q=0.5, gzip;q=1.0      | true",
                "identity, gzip                  | true",
                "gzip;q=0.5, *;q=0               | true",
                "identity;q=0, gzip;q=0.5        | true",
                "``                              | false",
                "identity                        | false",
                "br                              | false",
                "gzip;q=0                        | false",
                "gzip; q=0.000                   | false",
                "gzip;q=0, *                     | false",
                "*;q=0                           | false",
                "identity, gzip;q=0.5            | false",
                "gzip;q=NaN                      | false",
                "gzip;q=2                        | false",
                "gzip;q=-1                       | false",
                "gzip;q=                         | false",
                "gzipped                         | false",
                ";q=1                            | false"
            })
    void gzip_is_sent_to_those_who_want_it(String field, boolean gzip) {
        assertThat(AcceptEncoding.prefersGzip(field)).isEqualTo(gzip);
    }

    @Test
    void gzip_is_not_sent_to_those_who_say_nothing() {
        assertThat(AcceptEncoding.prefersGzip(null)).isFalse();
    }

    @Property
    void any_field_without_gzip_or_a_star_gets_the_bytes_as_they_are(@ForAll("fields") String field) {
        boolean named = field.contains("gzip") || field.contains("*");
        assertThat(named || !AcceptEncoding.prefersGzip(field)).isTrue();
    }

    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.of("gzip", "*", ",", ";", "q=", "0", "1", ".", " ", "identity", "\t", "Q", "é", "=")
                .list()
                .ofMaxSize(15)
                .map(parts -> String.join("", parts));
    }
}
