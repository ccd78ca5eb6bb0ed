package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.TestApp;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer of the fast path is the same as the route's, byte and header. */
class FastPathIT {
    private static final List<String> PATHS = List.of(
            "/feed.rss",
            "/feed.atom",
            "/feed.json",
            "/",
            "/feeds.opml",
            "/articles/first",
            "/categories/Plain.rss",
            "/files/plum.png",
            "/files/plum.svg",
            "/files/plum.mp3");
    private static final Pattern TAG = Pattern.compile("ETag: (\"[^\"]*\")");

    @TempDir
    static Path folder;

    private static TwoWays ways;

    @BeforeAll
    static void start() throws Exception {
        TestApp.write(
                folder,
                "first.md",
                "---\ntitle: First\ndate: 2024-05-01\ncategories: Plain\n---\n\n![](plum.png) ![](plum.svg) [](plum.mp3) "
                        + "Text. ".repeat(2_000));
        TestApp.write(folder, "plum.png", "bytes".repeat(10_000));
        TestApp.write(folder, "plum.mp3", "bytes".repeat(40_000));
        TestApp.write(folder, "plum.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        TestApp.write(folder, "second.md", "---\ntitle: 第二\ndate: 2024-06-01\ncategories: Plain\n---\n\nText.\n");
        ways = new TwoWays(folder);
        for (String path : PATHS) {
            for (String coding : List.of("identity", "gzip", "br")) {
                ways.byFastPath("GET " + path + " HTTP/1.1\r\nHost: a\r\nAccept-Encoding: " + coding + "\r\n\r\n");
            }
        }
    }

    @AfterAll
    static void stop() {
        ways.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Accept-Encoding: gzip|",
                "Accept-Encoding: br, gzip|",
                "Accept-Encoding: deflate|Accept-Encoding: gzip|",
                "Accept-Encoding: gzip;q=0, *;q=0.1|",
                "Accept-Encoding: ;;,,=|",
                "If-None-Match: {tag}|",
                "If-None-Match: W/{tag}|Accept-Encoding: gzip|",
                "If-None-Match: \"x\"|If-None-Match: {tag}|",
                "If-None-Match: \"x\", \"y\"|",
                "If-None-Match: *|",
                "If-None-Match:|",
                "If-None-Match: \"x\"|If-Modified-Since: Sat, 01 Jan 2050 00:00:00 GMT|",
                "If-Modified-Since: Sat, 01 Jan 2050 00:00:00 GMT|",
                "If-Modified-Since: Sat, 01 Jan 2000 00:00:00 GMT|",
                "If-Modified-Since: tomorrow|",
                "A-IM: feed|",
                "A-IM: feed|If-None-Match: {tag}|",
                "A-IM: feed|If-None-Match: \"never-issued\"|",
                "Sec-Fetch-Dest: document|Sec-Fetch-Mode: navigate|Accept-Encoding: gzip|",
                "Sec-Fetch-Dest: document|If-None-Match: {tag}|",
                "Sec-Fetch-Dest: empty|",
                "Range: bytes=0-10|",
                "Range: bytes=1000-|",
                "Range: bytes=900000-|",
                "Range: bytes=1-2,4-5|",
                "If-Match: {tag}|",
                "If-Match: \"x\"|",
                "If-Unmodified-Since: Sat, 01 Jan 2000 00:00:00 GMT|",
                "If-Range: \"x\"|Range: bytes=0-10|",
                "If-Range: {tag}|Range: bytes=0-10|",
                "Connection: close|",
                "Connection: close|If-None-Match: {tag}|",
                "Connection: keep-alive|",
                "Connection: Upgrade|Upgrade: h2c|",
                "Expect: 100-continue|",
                "Expect: nonsense|",
                "Content-Length: 3||abc",
                "Transfer-Encoding: chunked||3\r\nabc\r\n0\r\n|",
                "Content-Length: nonsense|",
                "Host: b|",
                "X-Long: {long}|",
                "If-None-Match: {long}|",
                "X-Wide: \u00e9\u00ff|",
                "Accept: text/html|Cookie: a=b|Authorization: Basic eDp5|X-Forwarded-For: 1.2.3.4|",
                " folded: x|",
                "no colon|",
                "Name With Blanks: x|"
            })
    void whatever_fields_are_sent_the_answer_is_the_same(String fields) throws Exception {
        List<String> requests = new ArrayList<>();
        for (String path : PATHS) {
            String answer = ways.byRoutes("HEAD " + path + " HTTP/1.0\r\n\r\n");
            Matcher tag = TAG.matcher(answer);
            assertThat(tag.find()).as("whether %s has a tag: %s", path, answer).isTrue();
            String sent = fields.replace("{tag}", tag.group(1))
                    .replace("{long}", "y".repeat(9_000))
                    .replace("|", "\r\n");
            requests.add("GET " + path + " HTTP/1.1\r\nHost: a\r\n" + sent + "\r\n");
            requests.add("HEAD " + path + " HTTP/1.1\r\nHost: a\r\n" + sent + "\r\n");
        }
        ways.compare(requests);
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
                "GET /feed.rss HTTP/1.1\r\nHost: a\r\n\r\nnonsense\r\n\r\n",
                "GET /feed.rss HTTP/1.1\r\nHost: a\r\n"
            })
    void however_it_is_asked_the_answer_is_the_same(String request) throws Exception {
        ways.compare(List.of(request));
    }

    /** Or the comparison would compare the route with itself. */
    @Test
    void what_lies_ready_takes_the_short_way() throws Exception {
        String request = "GET /feed.rss HTTP/1.1\r\nHost: a\r\n\r\n";
        ways.byFastPath(request);
        assertThat(ways.ready().answered()).isPositive();
    }
}
