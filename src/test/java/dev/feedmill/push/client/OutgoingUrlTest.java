package dev.feedmill.push.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingUrlTest {
    private static OutgoingUrl parsed(String text) {
        return Objects.requireNonNull(OutgoingUrl.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/b?c=%2Fd&e,https://a.example/b?c=%2Fd&e",
        "HTTP://A.Example,http://a.example/",
        "http://a.example:8443/x,http://a.example:8443/x",
        "http://[2606:4700::1]/x,http://[2606:4700::1]/x",
        "https://博客.example/文?章,https://xn--9krq6q.example/%E6%96%87?%E7%AB%A0",
        "https://a.example/b#c,https://a.example/b"
    })
    void a_url_is_requested_as_it_is_written(String text, String requested) {
        assertThat(parsed(text)).hasToString(requested);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.example",
                "//a.example/",
                "ftp://a.example/",
                "http:a.example",
                "http://",
                "http:///x",
                "http://user@a.example/",
                "http://user:word@a.example/",
                "http://a.example:0/",
                "http://a.example:65536/",
                "http://a b.example/",
                "http://a.example\r\nx: y/",
                "javascript:alert(1)"
            })
    void what_cannot_be_requested_is_none(String text) {
        assertThat(OutgoingUrl.parse(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/,true",
        "https://93.184.215.14/,true",
        "https://[2606:4700::1]/,true",
        "http://localhost:8080/,false",
        "http://nas/,false",
        "http://nas.local/,false",
        "http://a.internal/,false",
        "http://127.0.0.1/,false",
        "http://192.168.1.2:8080/,false",
        "http://[fd00::1]/,false"
    })
    void a_host_is_public_if_nothing_speaks_against_it(String text, boolean isPublic) {
        assertThat(parsed(text).isPublic()).isEqualTo(isPublic);
    }

    @ParameterizedTest
    @CsvSource({
        "http://a.example/b,http://a.example/b?x=1",
        "http://a.example/b?,http://a.example/b?&x=1",
        "http://a.example/b?x=0&c=%26,http://a.example/b?x=0&c=%26&x=1"
    })
    void parameters_go_to_the_end_of_the_query(String text, String with) {
        assertThat(parsed(text).with("x=1")).hasToString(with);
    }
}
