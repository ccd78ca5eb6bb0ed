package dev.feedmill.http.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.feed.coding.Coding;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptEncodingTest {
    private final AcceptEncoding codings = new AcceptEncoding();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "gzip                            | GZIP",
                "GZIP                            | GZIP",
                "x-gzip                          | GZIP",
                "br, gzip                        | BROTLI",
                "gzip, deflate, br, zstd         | BROTLI",
                "br;q=0.5, gzip                  | GZIP",
                "br;q=0, gzip                    | GZIP",
                "identity, br                    | BROTLI",
                "*, br;q=0.1                     | GZIP",
                "*                               | GZIP",
                "*;q=0.1                         | GZIP",
                "gzip ; q=0.001                  | GZIP",
                "gzip;q=1.000                    | GZIP",
                "identity;q=0.5, gzip;q=1.0      | GZIP",
                "identity, gzip                  | GZIP",
                "gzip;q=0.5, *;q=0               | GZIP",
                "identity;q=0, gzip;q=0.5        | GZIP",
                "``                              | IDENTITY",
                "identity                        | IDENTITY",
                "br                              | BROTLI",
                "gzip;q=0                        | IDENTITY",
                "gzip; q=0.000                   | IDENTITY",
                "gzip;q=0, *                     | IDENTITY",
                "*;q=0                           | IDENTITY",
                "identity, gzip;q=0.5            | IDENTITY",
                "gzip;q=NaN                      | IDENTITY",
                "gzip;q=2                        | IDENTITY",
                "gzip;q=-1                       | IDENTITY",
                "gzip;q=                         | IDENTITY",
                "gzipped                         | IDENTITY",
                ";q=1                            | IDENTITY"
            })
    void the_smallest_of_the_most_wanted_is_sent(String field, Coding coding) {
        assertThat(codings.choose(field)).isEqualTo(coding);
    }

    @Test
    void those_who_say_nothing_get_the_bytes_as_they_are() {
        assertThat(codings.choose(null)).isEqualTo(Coding.IDENTITY);
    }

    @Property
    void any_field_that_names_no_coding_gets_the_bytes_as_they_are(@ForAll("fields") String field) {
        assertThat(codings.choose(field)).isEqualTo(Coding.IDENTITY);
    }

    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.of(
                        "deflate",
                        "zstd",
                        "gzip2",
                        "b",
                        ",",
                        ";",
                        "q=",
                        "0",
                        "1",
                        ".",
                        " ",
                        "identity",
                        "\t",
                        "Q",
                        "é",
                        "=")
                .list()
                .ofMaxSize(15)
                .map(parts -> String.join("", parts));
    }
}
