package dev.feedmill.http.wire;

import dev.feedmill.feed.coding.Coding;
import dev.feedmill.feed.coding.Document;
import dev.feedmill.http.caching.HeaderFields;
import dev.feedmill.http.message.FeedCounts;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.ServerRules;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What happens for every request whose answer lies ready: its bytes are read, a head is written. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ExchangeBenchmark {

    private final HeaderFields fields = new HeaderFields(new ServerRules.Polling(
            Duration.ofMinutes(90),
            new ServerRules.Caches(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofDays(1), "", 1),
            0,
            List.of()));
    private final ByteBuffer out = ByteBuffer.allocateDirect(4_096);
    private Document document = new Document("application/rss+xml; charset=utf-8", ascii("<rss version=\"2.0\"/>"));
    private FeedCounts counts = new FeedCounts();
    private HttpResponse answer = fields.feed(document, "", counts).full(Coding.IDENTITY);
    private byte[] date = ascii("Date: Sun, 01 Nov 2026 00:00:00 GMT\r\n");
    private byte[] request = ascii("""
            GET /feed.rss HTTP/1.1
            Host: feeds.example:8080
            User-Agent: Newsreader/2.3 (+https://reader.example; 17 subscribers)
            Accept: application/rss+xml, application/atom+xml;q=0.9, */*;q=0.1
            Accept-Encoding: gzip, deflate
            If-None-Match: "iv7CjXkQ0aB1mZp5TgRw_e-gz"
            If-Modified-Since: Sat, 27 Mar 2021 10:42:12 GMT
            Connection: keep-alive

            """.replace("\n", "\r\n"));

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Benchmark
    public Object readRequest() {
        return Objects.requireNonNull(
                FastPathRequestParser.read(request, request.length, () -> null), "a plain request");
    }

    /** Once for each document and coding: its fields, encoded. */
    @Benchmark
    public HttpResponse makeAnswer() {
        return fields.feed(document, "", counts).full(Coding.IDENTITY);
    }

    /** Once for each request. */
    @Benchmark
    public ByteBuffer putHead() {
        out.clear();
        answer.putHead(out, date);
        return out;
    }
}
