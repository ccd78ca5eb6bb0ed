package dev.feedmill.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AliasPathTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/old/path/ | /old/path",
                "/old/path | /old/path",
                "old/path/index.html | /old/path",
                "/old//path// | /old/path",
                "/old.html | /old.html",
                "/Old | /Old",
                "/old?p=1#top | /old",
                "/%E6%97%A7/a%20b/ | /旧/a b",
                "/旧/a b | /旧/a b",
                "/100%/x | /100%/x",
                "/%ff/x | /%ff/x",
                "/cafe\u0301/ | /café",
                "/ | ''",
                "'' | ''",
                "/index.html | ''"
            })
    void a_path_has_one_form(String written, String path) {
        assertThat(AliasPath.of(written)).isEqualTo(path);
    }
}
