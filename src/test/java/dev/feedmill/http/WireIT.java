package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import dev.feedmill.TestApp;
import dev.feedmill.http.message.HttpDates;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes over the wire, for readers, proxies and those who mean harm. */
class WireIT {
    @TempDir
    static Path folder;

    private static TestApp app;

    @BeforeAll
    static void start() throws Exception {
        app = Seeded.start(folder);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void the_same_is_sent_for_head_as_for_get_without_the_body() throws Exception {
        for (String path : Seeded.PATHS) {
            for (String coding : List.of("gzip", "identity")) {
                HttpResponse<byte[]> get = app.get(path, "Accept-Encoding", coding);
                HttpResponse<byte[]> head = app.send("HEAD", path, "Accept-Encoding", coding);
                assertThat(get.statusCode()).as(path).isEqualTo(200);
                assertThat(head.statusCode()).as(path).isEqualTo(200);
                assertThat(fields(head)).as(path).isEqualTo(fields(get));
                assertThat(head.body()).isEmpty();
                assertThat(get.headers().firstValueAsLong("Content-Length")).hasValue(get.body().length);
            }
        }
        assertThat(app.send("HEAD", "/nothing").statusCode()).isEqualTo(404);
        assertThat(app.send("HEAD", "/categories/nothing.rss").statusCode()).isEqualTo(404);
        assertThat(app.send("HEAD", "/articles/draft").statusCode()).isEqualTo(404);
    }

    private static Map<String, List<String>> fields(HttpResponse<byte[]> response) {
        Map<String, List<String>> fields = new TreeMap<>(response.headers().map());
        fields.remove("date");
        return fields;
    }

    @Test
    void each_coding_has_a_tag_of_its_own_and_the_same_content() throws Exception {
        for (String path : Seeded.PATHS) {
            HttpResponse<byte[]> plain = app.get(path);
            HttpResponse<byte[]> gzip = app.get(path, "Accept-Encoding", "br;q=0.5, gzip");
            HttpResponse<byte[]> brotli = app.get(path, "Accept-Encoding", "gzip, br");
            assertThat(gzip.headers().firstValue("Content-Encoding")).hasValue("gzip");
            assertThat(brotli.headers().firstValue("Content-Encoding")).hasValue("br");
            assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes())
                    .isEqualTo(plain.body());
            assertThat(new BrotliInputStream(new ByteArrayInputStream(brotli.body())).readAllBytes())
                    .isEqualTo(plain.body());
            assertThat(Stream.of(plain, gzip, brotli)
                            .map(answer -> answer.headers().firstValue("ETag").orElseThrow()))
                    .doesNotHaveDuplicates();
            assertThat(gzip.headers().firstValue("Vary").orElseThrow()).startsWith("Accept-Encoding");
            assertThat(app.get(path, "Accept-Encoding", "gzip;q=0").headers().firstValue("Content-Encoding"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{tag} | 304",
                "W/{tag} | 304",
                "\"x\", {tag} | 304",
                "\"a,b\" , W/{tag} | 304",
                "* | 304",
                "{bare}-gzip | 304",
                "{bare}--gzip | 304",
                "{bare};gzip | 304",
                "{gztag} | 304",
                "\"x\" | 200",
                "W/\"x\" | 200",
                "x | 200",
                "\" | 200"
            })
    void a_known_tag_is_answered_without_content(String field, int status) throws Exception {
        String tag = app.get("/feed.rss").headers().firstValue("ETag").orElseThrow();
        String gzip = app.get("/feed.rss", "Accept-Encoding", "gzip")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        String bare = tag.substring(0, tag.length() - 1);
        String sent = field.replace("{tag}", tag).replace("{gztag}", gzip);
        if (sent.startsWith("{bare}")) {
            sent = bare + sent.substring(6) + "\"";
        }
        assertThat(app.get("/feed.rss", "If-None-Match", sent).statusCode()).isEqualTo(status);
        assertThat(app.get("/feed.atom", "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void a_date_decides_only_where_no_tag_is_sent() throws Exception {
        String modified =
                app.get("/feed.rss").headers().firstValue("Last-Modified").orElseThrow();
        Instant time = Objects.requireNonNull(HttpDates.parse(modified));
        String old = DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss 'GMT'", Locale.ENGLISH)
                .format(time.atOffset(ZoneOffset.UTC));
        for (String known : List.of(modified, old, HttpDates.format(time.plusSeconds(1)))) {
            assertThat(app.get("/feed.rss", "If-Modified-Since", known).statusCode())
                    .as(known)
                    .isEqualTo(304);
        }
        assertThat(app.get("/feed.rss", "If-Modified-Since", HttpDates.format(time.minusSeconds(1)))
                        .statusCode())
                .isEqualTo(200);
        assertThat(app.get("/feed.rss", "If-Modified-Since", "yesterday").statusCode())
                .isEqualTo(200);
        assertThat(app.get("/feed.rss", "If-Modified-Since", modified, "If-None-Match", "\"x\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void not_modified_names_neither_a_length_nor_a_type() throws Exception {
        String tag = app.get("/feed.rss").headers().firstValue("ETag").orElseThrow();
        for (String more : List.of("", "Connection: close\r\n")) {
            String request = "GET /feed.rss HTTP/1.1\r\nHost: a\r\nIf-None-Match: " + tag + "\r\n" + more + "\r\n";
            String close = more.isEmpty() ? "GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n" : "";
            String answer = app.wire(request + close);
            String first = answer.substring(0, answer.indexOf("\r\n\r\n") + 4);
            assertThat(first).startsWith("HTTP/1.1 304 ").contains("ETag: " + tag, "Cache-Control: ", "Vary: ");
            assertThat(first.toLowerCase(Locale.ROOT))
                    .doesNotContain("content-length", "content-type", "transfer-encoding");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/categories/%e9%87%91%E8%9E%8D.rss | /categories/%E9%87%91%E8%9E%8D.rss",
                "/categories/plain.atom | /categories/Plain.atom",
                "/categories/Plain/ | /categories/Plain",
                "/categories/%E6%96%B0%E6%B5%AA%E8%B4%A2%E7%BB%8F%EF%BC%8D%E5%9B%BD%E5%86%85.json | -",
                "/tags/a%2Fb%20%26%20c%3F.rss | ok",
                "/tags/C%2B%2B.rss | ok",
                "/tags/C++.rss | ok",
                "/tags/Node.js.rss | -same",
                "/tags/data.json | /tags/data-json",
                "/tags/data.json.json | /tags/data-json.json",
                "/tags/data.json?a=%20&b | /tags/data-json?a=%20&b",
                "/authors/Ann%20O%E2%80%99Neil.rss | ok"
            })
    void every_spelling_of_a_name_leads_to_its_feed(String path, String to) throws Exception {
        HttpResponse<byte[]> response = app.get(path);
        if (to.equals("-")) {
            assertThat(response.statusCode()).isEqualTo(404);
        } else if (to.equals("-same")) {
            assertThat(response.statusCode()).isEqualTo(200);
        } else {
            assertThat(response.statusCode()).isEqualTo(301);
            String location = response.headers().firstValue("Location").orElseThrow();
            if (!to.equals("ok")) {
                assertThat(location).isEqualTo(to);
            }
            assertThat(app.get(location).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_range_is_overlooked_and_old_and_absolute_requests_are_answered() throws Exception {
        assertThat(app.get("/feed.rss", "Range", "bytes=0-9").statusCode()).isEqualTo(200);
        assertThat(app.wire("GET /feed.rss HTTP/1.0\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ")
                .contains("<rss");
        assertThat(app.wire("GET http://other.example/feed.rss?_=1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
        assertThat(app.wire("GET /feed.rss HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ");
    }

    @Test
    void unknown_parameters_change_nothing() throws Exception {
        String tag = app.get("/feed.rss").headers().firstValue("ETag").orElseThrow();
        assertThat(app.get("/feed.rss?_=123&utm_source=x", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(app.get("/latest?utm_source=x&limit=20").headers().firstValue("ETag"))
                .isEqualTo(app.get("/latest").headers().firstValue("ETag"));
    }

    @Test
    void the_latest_items_can_be_paged_filtered_and_cut_to_fields() throws Exception {
        assertThat(app.text("/latest?limit=1&fields=title"))
                .startsWith("{\"items\":[{\"title\":\"Second\"}],\"next\":\"");
        String page = app.text("/latest?limit=1&fields=title");
        String next = page.replaceFirst(".*\"next\":\"([^\"]*)\".*", "$1");
        assertThat(app.text("/latest?limit=1&fields=title&cursor=" + next))
                .isEqualTo("{\"items\":[{\"title\":\"第一\"}],\"next\":null}");
        assertThat(
                        app.text(
                                "/latest?category=%E9%87%91%E8%9E%8D/%E6%96%B0%E6%B5%AA%E8%B4%A2%E7%BB%8F%EF%BC%8D%E5%9C%8B%E5%85%A7&fields=title"))
                .contains("第一");
        assertThat(app.text("/latest?tag=Node.js&fields=title")).contains("第一").doesNotContain("Second");
        assertThat(app.text("/latest?category=Plain&tag=Node.js&fields=title"))
                .isEqualTo("{\"items\":[],\"next\":null}");
        assertThat(app.text("/latest?since=2024-05-15&fields=title"))
                .contains("Second")
                .doesNotContain("第一");
        assertThat(app.text("/latest?since=2024-05-02T00:00:00Z&fields=title")).contains("Second", "第一");
    }

    @Test
    void a_draft_is_nowhere() throws Exception {
        for (String path : List.of("/feed.rss", "/feed.atom", "/feed.json", "/latest", "/", "/feeds.opml")) {
            assertThat(app.text(path)).doesNotContain("Secret", "hush");
        }
        assertThat(app.text("/status.json").replace(" ", ""))
                .contains("\"files\":3", "\"served\":2", "\"hidden\":1", "\"skipped\":0", "\"scanning\":false");
    }

    @Test
    void a_long_query_fits_into_a_redirect() throws Exception {
        String query = "?" + "y".repeat(7_900);
        HttpResponse<byte[]> moved = app.get("/tags/C%2B%2B.rss" + query);
        assertThat(moved.statusCode()).isEqualTo(301);
        assertThat(moved.headers().firstValue("Location").orElseThrow()).endsWith(query);
    }
}
