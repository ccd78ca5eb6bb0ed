package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.TestApp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTTP itself lays down, whatever is asked for (RFC 9110, 9112). */
class ProtocolIT {
    /** Kept ready, made for each question, a redirect, nothing at all. */
    private static final List<String> TARGETS =
            List.of("/feed.rss", "/search?q=hello", "/health", "/categories/plain.rss", "/nothing");

    @TempDir
    static Path folder;

    private static TestApp app;

    @BeforeAll
    static void start() throws Exception {
        app = Seeded.start(folder);
        app.awaitWords();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection",
                "Keep-Alive",
                "Proxy-Connection",
                "TE",
                "Trailer",
                "Upgrade",
                "Expect",
                "Content-Type",
                "Content-Encoding",
                "Cookie",
                "Range",
                "If-Range",
                "If-Match",
                "If-None-Match",
                "If-Modified-Since",
                "If-Unmodified-Since",
                "A-IM",
                "Accept",
                "Accept-Charset",
                "Accept-Encoding",
                "Accept-Language",
                "Authorization",
                "Cache-Control",
                "Pragma",
                "Date",
                "Forwarded",
                "X-Forwarded-For",
                "X-Forwarded-Host",
                "X-Forwarded-Proto",
                "X-HTTP-Method-Override",
                "Origin",
                "Access-Control-Request-Method",
                "Referer",
                "Via",
                "User-Agent",
                "Sec-Fetch-Dest",
                "Sec-WebSocket-Key",
                "HTTP2-Settings"
            })
    void a_field_that_is_not_well_formed_never_breaks_an_answer(String field) throws Exception {
        List<String> values = List.of(
                "\"",
                "\"a",
                "a\"b",
                "\\",
                "\"\\",
                "\"a\\\"",
                ",",
                ",\",",
                ";",
                ";q=",
                "a;q=\"",
                "=",
                "%zz",
                "(",
                "<",
                "\u0001",
                "\u007f",
                "\u00ff",
                "\t\"\t",
                "close, \"",
                "\"keep-alive",
                "a".repeat(3_000),
                "\"".repeat(3_000));
        for (String value : values) {
            for (String target : TARGETS) {
                String head = "GET " + target + " HTTP/1.1\r\nHost: a\r\n" + field + ": " + value + "\r\n";
                assertThat(status(head + "\r\n")).as(field + ": " + value).matches("[234]..");
                assertThat(status(head + field + ": x\r\n\r\n"))
                        .as("twice " + field)
                        .matches("[234]..");
            }
        }
    }

    /** The threads that answer bad requests gave back buffers that others were reading from. */
    @Test
    void good_requests_are_answered_while_others_are_bad() {
        List<String> answered = IntStream.range(0, 3_000)
                .parallel()
                .mapToObj(
                        i -> "GET /search?q=hello HTTP/1.1\r\nHost: a\r\n" + (i % 2 == 0 ? "" : "Host: b\r\n") + "\r\n")
                .map(request -> {
                    try {
                        return status(request);
                    } catch (IOException e) {
                        return e.toString();
                    }
                })
                .distinct()
                .toList();
        assertThat(answered).containsExactlyInAnyOrder("200", "400");
    }

    private static String status(String request) throws IOException {
        Matcher line = Pattern.compile("HTTP/1\\.1 (\\d{3})( .*)?").matcher(app.firstLine(request));
        assertThat(line.matches()).as(request).isTrue();
        return line.group(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed.rss", "/categories/Plain.rss", "/health", "/nothing"})
    void the_method_is_the_one_of_the_request_line(String path) throws Exception {
        int plain = app.get(path).statusCode();
        for (String other : List.of("DELETE", "POST", "OPTIONS", "HEAD", "BREW")) {
            assertThat(app.get(path, "X-HTTP-Method-Override", other, "A-IM", "x")
                            .statusCode())
                    .isEqualTo(plain);
            assertThat(app.wire("GET " + path + " HTTP/1.0\r\nX-HTTP-Method-Override: " + other + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 " + plain);
        }
        assertThat(app.send("POST", path, "X-HTTP-Method-Override", "GET").statusCode())
                .isIn(404, 405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BREW", "get", "G", "LONGERTHANANYMETHOD", "FEED-ME"})
    void an_unknown_method_is_not_implemented(String method) throws Exception {
        assertThat(app.wire(method + " /feed.rss HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 501 Not Implemented\r\n")
                .contains("application/problem+json", "no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "TRACE"})
    void a_method_that_is_known_is_not_allowed(String method) throws Exception {
        assertThat(app.wire(
                        method + " /feed.rss HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405 ")
                .contains("Allow: GET, HEAD, OPTIONS\r\n");
    }

    @Test
    void the_options_of_the_server_itself_are_answered() throws Exception {
        assertThat(app.wire("OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 204 ")
                .contains("Allow: GET, HEAD, OPTIONS\r\n")
                .doesNotContain("Content-Length");
        assertThat(app.wire("GET * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP/1.0 | Transfer-Encoding: chunked",
                "HTTP/1.0 | Transfer-Encoding: chunked;Connection: keep-alive",
                "HTTP/1.0 | Transfer-Encoding: chunked;Content-Length: 5;Connection: keep-alive",
                "HTTP/1.0 | Transfer-Encoding: identity;Connection: keep-alive",
                "HTTP/1.1 | Transfer-Encoding: chunked;Content-Length: 5",
                "HTTP/1.1 | Content-Length: 5;Content-Length: 6",
                "HTTP/1.1 | Content-Length: 5, 5",
                "HTTP/1.1 | Content-Length: +5",
                "HTTP/1.1 | Transfer-Encoding: gzip",
                "HTTP/1.1 | Transfer-Encoding: chunked, gzip",
                "HTTP/1.1 | Transfer-Encoding: xchunked",
                "HTTP/1.1 | Transfer-Encoding : chunked",
                "HTTP/1.1 | Host: b"
            })
    void where_a_message_ends_is_never_guessed(String version, String fields) throws Exception {
        String second = "GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
        String answers = app.wire("GET /feed.rss " + version + "\r\nHost: a\r\n" + fields.replace(";", "\r\n")
                + "\r\n\r\n0\r\n\r\n" + second);
        assertThat(answers).startsWith("HTTP/1.1 400 ").doesNotContain("\"status\":\"ok\"");
        assertThat(answers.split("HTTP/1\\.1 ", -1)).as(answers).hasSize(2);
    }

    @Test
    void an_unsupported_version_is_answered_with_the_supported_one() throws Exception {
        assertThat(app.wire("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"))
                .startsWith("HTTP/1.1 426 ")
                .contains("Upgrade: HTTP/1.1\r\n")
                .containsPattern("Connection: [^\r]*[Uu]pgrade");
    }
}
