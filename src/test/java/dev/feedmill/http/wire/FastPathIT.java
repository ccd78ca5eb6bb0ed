package dev.feedmill.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer from cache is the same as the route's, byte and header, and is really from cache. */
class FastPathIT {
    @TempDir
    static Path folder;

    private static WarmSite site;

    @BeforeAll
    static void start() throws Exception {
        site = new WarmSite(folder);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Accept-Encoding: gzip|",
                "Accept-Encoding: br, gzip|",
                "If-None-Match: {tag}|",
                "If-None-Match: W/{tag}|Accept-Encoding: gzip|",
                "If-None-Match: \"x\", \"y\"|",
                "If-None-Match: *|",
                "If-None-Match:|",
                "A-IM: feed|",
                "A-IM: feed|If-None-Match: {tag}|",
                "Sec-Fetch-Dest: empty|",
                "Connection: keep-alive|",
                "Accept: text/html|Cookie: a=b|Authorization: Basic eDp5|X-Forwarded-For: 1.2.3.4|"
            })
    void with_what_readers_send_every_document_takes_the_fast_path(String fields) throws Exception {
        List<String> requests = requests(fields);
        assertThat(requests).allMatch(FastPathIT::isPlain);
        // Files are looked at again from time to time, which takes the routes.
        List<String> files =
                requests.stream().filter(each -> each.contains(" /files/")).toList();
        List<String> documents =
                requests.stream().filter(each -> !files.contains(each)).toList();
        assertThat(compared(documents)).isEqualTo(documents.size());
        compared(files);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept-Encoding: gzip;q=0, *;q=0.1|",
                "If-None-Match: \"x\"|If-Modified-Since: Sat, 01 Jan 2050 00:00:00 GMT|",
                "If-Modified-Since: Sat, 01 Jan 2050 00:00:00 GMT|",
                "If-Modified-Since: Sat, 01 Jan 2000 00:00:00 GMT|",
                "If-Modified-Since: tomorrow|",
                "A-IM: feed|If-None-Match: \"never-issued\"|",
                "Sec-Fetch-Dest: document|Sec-Fetch-Mode: navigate|Accept-Encoding: gzip|",
                "Sec-Fetch-Dest: document|If-None-Match: {tag}|",
                "Range: bytes=0-10|",
                "Range: bytes=1000-|",
                "Range: bytes=900000-|",
                "Range: bytes=1-2,4-5|",
                "If-Match: {tag}|",
                "If-Match: \"x\"|",
                "If-Unmodified-Since: Sat, 01 Jan 2000 00:00:00 GMT|",
                "If-Range: \"x\"|Range: bytes=0-10|",
                "If-Range: {tag}|Range: bytes=0-10|",
                "Accept-Encoding: ;;,,=|"
            })
    void with_what_only_some_documents_know_the_others_take_the_routes(String fields) throws Exception {
        List<String> requests = requests(fields);
        assertThat(requests).allMatch(FastPathIT::isPlain);
        assertThat(compared(requests)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept-Encoding: deflate|Accept-Encoding: gzip|",
                "If-None-Match: \"x\"|If-None-Match: {tag}|",
                "Connection: close|",
                "Connection: close|If-None-Match: {tag}|",
                "Connection: Upgrade|Upgrade: h2c|",
                "Expect: 100-continue|",
                "Content-Length: 3||abc",
                "Transfer-Encoding: chunked||3\r\nabc\r\n0\r\n|",
                "X-Wide: \u00e9\u00ff|"
            })
    void what_only_jetty_reads_is_answered_from_cache_too(String fields) throws Exception {
        List<String> requests = requests(fields);
        assertThat(requests).noneMatch(FastPathIT::isPlain);
        assertThat(compared(requests)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Expect: nonsense|",
                "Content-Length: nonsense|",
                "Host: b|",
                " folded: x|",
                "no colon|",
                "Name With Blanks: x|"
            })
    void what_jetty_refuses_is_refused(String fields) throws Exception {
        List<String> requests = requests(fields);
        assertThat(requests).noneMatch(FastPathIT::isPlain);
        assertThat(compared(requests)).isZero();
    }

    /** In which pieces it arrives decides how much of the refusal is sent before the connection ends. */
    @ParameterizedTest
    @ValueSource(strings = {"X-Long: ", "If-None-Match: "})
    void what_is_too_long_is_refused(String field) throws Exception {
        for (String request : requests(field + "y".repeat(9_000) + "|")) {
            assertThat(site.ways().byFastPath(request)).startsWith("HTTP/1.1 431 ");
            assertThat(site.ways().byRoutes(request)).startsWith("HTTP/1.1 431 ");
        }
    }

    /** A GET and a HEAD of each document with these fields. */
    private static List<String> requests(String fields) {
        List<String> requests = new ArrayList<>();
        for (String path : WarmSite.PATHS) {
            String sent = fields.replace("{tag}", site.tags(path).replaceAll(",.*", ""))
                    .replace("|", "\r\n");
            requests.add("GET " + path + " HTTP/1.1\r\nHost: a\r\n" + sent + "\r\n");
            requests.add("HEAD " + path + " HTTP/1.1\r\nHost: a\r\n" + sent + "\r\n");
        }
        return requests;
    }

    private static boolean isPlain(String request) {
        byte[] bytes = request.getBytes(StandardCharsets.ISO_8859_1);
        return FastPathRequestParser.read(bytes, bytes.length, () -> null) != null;
    }

    /** How many of them were answered from cache; all of them must be answered as by the routes. */
    private static long compared(List<String> requests) throws Exception {
        long before = site.ways().ready().answered();
        site.ways().compare(requests);
        return site.ways().ready().answered() - before;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /feed.rss HTTP/1.0\r\n\r\n",
                "GET /feed.rss HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
                "HEAD /feed.rss HTTP/1.0\r\n\r\n",
                "GET http://elsewhere.test/feed.rss HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET http://elsewhere.test:8080/feed.rss?x=1 HTTP/1.1\r\nHost: elsewhere.test:8080\r\n\r\n",
                "GET /feed.rss?utm_source=x&_=123 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /feed.rss? HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /feed.rss# HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /feed.rss;v=1 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /feed%2Erss HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /./feed.rss HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET //feed.rss HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /x/../feed.rss HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /categories/%50lain.rss HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /categories/plain.rss HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /FEED.RSS HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /feed.rss%00 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /feed.rss%zz HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /feed.rss\r\n\r\n",
                "GET /feed.rss HTTP/1.1\r\n\r\n",
                "GET /feed.rss HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /feed.rss HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET /feed.rss HTTP/1.1\r\nHost: a:0\r\n\r\n",
                "GET /feed.rss HTTP/1.1\r\nHost: a:00080\r\n\r\n",
                "GET /feed.rss HTTP/1.1\r\nHost: a:\r\n\r\n",
                "GET /feed.rss HTTP/1.1\r\nHost: [::1]:80\r\n\r\n",
                "GET /feed.rss HTTP/2.0\r\nHost: a\r\n\r\n",
                "GET  /feed.rss HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /feed.rss HTTP/1.1\nHost: a\n\n",
                "\r\nGET /feed.rss HTTP/1.1\r\nHost: a\r\n\r\n",
                "get /feed.rss HTTP/1.1\r\nHost: a\r\n\r\n",
                "POST /feed.rss HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n",
                "OPTIONS /feed.rss HTTP/1.1\r\nHost: a\r\n\r\n",
                "PUT /feed.rss HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx",
                "BREW /feed.rss HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /latest HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /nothing HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /feed.rss HTTP/1.1\r\nHost: a\r\n\r\nGET /feed.json HTTP/1.1\r\nHost: a\r\n\r\nHEAD / HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /feed.rss HTTP/1.1\r\nHost: a\r\n\r\nGET /nothing HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /feed.rss HTTP/1.1\r\nHost: a\r\n"
            })
    void every_form_of_a_request_gets_the_same_answer(String request) throws Exception {
        compared(List.of(request));
    }
}
