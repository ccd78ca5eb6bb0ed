package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.TestApp;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no reader would send. */
class OddRequestsIT {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%00 HTTP/1.1",
                "GET /categories/%ff.rss HTTP/1.1",
                "GET /categories/%zz HTTP/1.1",
                "GET /../../etc/passwd HTTP/1.1",
                "GET /articles/..%2f..%2fetc%2fpasswd HTTP/1.1",
                "GET //// HTTP/1.1",
                "GET // HTTP/1.1",
                "GET //^x HTTP/1.1",
                "GET //feed.rss HTTP/1.1",
                "GET /categories//.rss HTTP/1.1",
                "GET /tags/.rss HTTP/1.1",
                "GET * HTTP/1.1",
                "GARBAGE",
                "GET / HTTP/9.9",
                "HEAD /nothing HTTP/1.1",
                "POST /feed.rss HTTP/1.1",
                "TRACE / HTTP/1.1",
                "CONNECT a:1 HTTP/1.1",
                "GET /latest?limit=101 HTTP/1.1",
                "BREW / HTTP/1.1",
                "GET /latest?limit=0 HTTP/1.1",
                "GET /latest?since=soon HTTP/1.1",
                "GET /latest?cursor=%%% HTTP/1.1",
                "GET /latest?fields=body HTTP/1.1",
                "GET /latest?cursor=AAAA HTTP/1.1",
                "GET /latest?limit=99999999999 HTTP/1.1",
                "GET /articles/draft HTTP/1.1",
                "GET /latest?since=99999999999999 HTTP/1.1",
                "GET /latest?category=a%2F%2F HTTP/1.1",
                "GET /latest?tag=hush%ff HTTP/1.1",
                "GET /feed.yaml HTTP/1.1"
            })
    void a_request_that_cannot_be_answered_gets_a_problem_in_json_that_is_not_cached(String line) throws Exception {
        String answer = app.wire(line + "\r\nHost: a\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 (4\\d\\d|50[15]) .*");
        assertThat(answer).contains("application/problem+json", "no-store").doesNotContain("Jetty", "\tat ", "<html");
    }

    @Test
    void random_requests_never_break_it() throws Exception {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        String letters = "/%.-_~?&=+;:@!$'()*,#[]{}<>\\\"|^` aZ09\u00e9\u0080\u0000\t";
        for (int i = 0; i < 300; i++) {
            StringBuilder target = new StringBuilder("/");
            String[] starts = {"", "categories/", "tags/", "articles/", "latest?", "feed.rss?"};
            target.append(starts[random.nextInt(starts.length)]);
            for (int n = random.nextInt(24); n > 0; n--) {
                target.append(letters.charAt(random.nextInt(letters.length())));
            }
            String answer = app.wire("GET " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(target.toString()).matches("(?s)HTTP/1.1 [234]\\d\\d .*");
        }
        assertThat(app.get("/feed.rss").statusCode()).isEqualTo(200);
    }

    @Test
    void other_methods_are_405_with_the_allowed_ones() throws Exception {
        for (String path : Seeded.PATHS) {
            HttpResponse<byte[]> options = app.send("OPTIONS", path);
            assertThat(options.statusCode()).as(path).isEqualTo(204);
            assertThat(options.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS");
            HttpResponse<byte[]> post = app.send("POST", path);
            assertThat(post.statusCode()).as(path).isEqualTo(405);
            assertThat(post.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS");
        }
    }
}
