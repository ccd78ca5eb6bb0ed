package dev.feedmill.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.RequestHeader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fast path reads, Jetty's parser reads too, and the same. */
class FastPathRequestParserTest {
    private static final RawRequests REQUESTS = new RawRequests(
            List.of("/", "/feed.rss", "/categories/%E9%87%91.atom", "/x;a=b//c/../.%2F", "//a:1/b", "/:@"));

    @Provide
    Arbitrary<String> plain() {
        return REQUESTS.plain();
    }

    @Provide
    Arbitrary<String> any() {
        return Arbitraries.frequencyOf(Tuple.of(5, REQUESTS.any()), Tuple.of(1, REQUESTS.withContent()));
    }

    @Property(tries = 1_000)
    void a_request_that_it_reads_is_the_same_to_jetty(@ForAll("any") String text) {
        HttpRequest request = read(text);
        if (request != null) {
            JettyRequest jetty = JettyRequest.of(text);
            assertThat(jetty.failure).isNull();
            assertThat(jetty.isComplete)
                    .as("whether Jetty has read a whole request")
                    .isTrue();
            assertThat(jetty.unread).as("bytes left").isZero();
            assertThat(jetty.version).isEqualTo(HttpVersion.HTTP_1_1);
            assertThat(request.method()).isEqualTo(jetty.method);
            HttpURI uri = jetty.uri();
            if (uri == null) {
                assertThat(request.path()).as("where nothing is").containsPattern("%(00|(?![0-9A-Fa-f]{2}))");
            } else {
                assertThat(request.path()).isEqualTo(uri.getPath());
                assertThat(request.query().text()).isEqualTo(uri.getQuery());
            }
            Map<RequestHeader, String> expected = RequestHeader.of(jetty.fields);
            assertThat(RequestHeader.values())
                    .allSatisfy(header -> assertThat(request.header(header)).isEqualTo(expected.get(header)));
        }
        Statistics.label("read").collect(request != null).coverage(coverage -> {
            coverage.check(true).percentage(percentage -> percentage > 20);
            coverage.check(false).percentage(percentage -> percentage > 20);
        });
    }

    @Property(tries = 200)
    void it_reads_what_feed_readers_send(@ForAll("plain") String text) {
        assertThat(read(text)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: a\r\nHost: a\r\n",
                "Accept: a\r\nAccept: b\r\n",
                "Host: a\r\nConnection: close\r\n",
                "Host: a\r\nContent-Length: 0\r\n",
                "Host: a\r\ntransfer-encoding: chunked\r\n",
                "Host: a\r\nExpect: 100-continue\r\n",
                "Host: a\r\nUpgrade: h2c\r\n",
                "Host: a\r\nTE: trailers\r\n",
                "Host: a\r\nX: folded\r\n line\r\n",
                "Host: a\r\nX : y\r\n",
                "Host: a\nX: y\r\n",
                "Host: a\u00e9\r\n",
                "Host: \r\n",
                "Host: [::1]\r\n",
                "Host: a:65536\r\n",
                ""
            })
    void it_leaves_to_jetty_what_may_change_how_a_message_is_read(String fields) {
        assertThat(read("GET / HTTP/1.1\r\n" + fields + "\r\n")).isNull();
    }

    @Test
    void it_leaves_everything_but_exactly_one_whole_request_to_jetty() {
        String whole = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
        assertThat(read(whole)).isNotNull();
        for (int end = 0; end < whole.length(); end++) {
            assertThat(read(whole.substring(0, end)))
                    .as("the first %s bytes", end)
                    .isNull();
        }
        assertThat(read(whole + whole)).isNull();
        assertThat(read("\r\n" + whole)).isNull();
        assertThat(read(whole + "\r\n")).isNull();
    }

    private static @Nullable HttpRequest read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return FastPathRequestParser.read(bytes, bytes.length, () -> null);
    }

    /** What Jetty's parser makes of bytes, by the rules of the server. */
    private static final class JettyRequest implements HttpParser.RequestHandler {
        private final HttpFields.Mutable fields = HttpFields.build();
        private String method = "";
        private String target = "";
        private @Nullable HttpVersion version;
        private @Nullable HttpException failure;
        private boolean isComplete;
        private int unread;

        static JettyRequest of(String text) {
            JettyRequest request = new JettyRequest();
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
            HttpCompliance rules = HttpCompliance.RFC9110.with("test", HttpCompliance.Violation.MISMATCHED_AUTHORITY);
            new HttpParser(request, 8_192, rules).parseNext(bytes);
            request.unread = bytes.remaining();
            return request;
        }

        /** The target in parts; null if Jetty refuses it. */
        @Nullable
        HttpURI uri() {
            try {
                return HttpURI.build(method, target);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }

        @Override
        public void startRequest(String method, String target, HttpVersion version) {
            this.method = method;
            this.target = target;
            this.version = version;
        }

        @Override
        public void parsedHeader(HttpField field) {
            fields.add(field);
        }

        @Override
        public boolean headerComplete() {
            return false;
        }

        @Override
        public boolean content(ByteBuffer content) {
            return false;
        }

        @Override
        public boolean contentComplete() {
            return false;
        }

        @Override
        public boolean messageComplete() {
            isComplete = true;
            return true;
        }

        @Override
        public void badMessage(HttpException failure) {
            this.failure = failure;
        }

        @Override
        public void earlyEOF() {
            throw new IllegalStateException("the bytes have no end");
        }
    }
}
