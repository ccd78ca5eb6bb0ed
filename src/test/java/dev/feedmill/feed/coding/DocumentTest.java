package dev.feedmill.feed.coding;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DocumentTest {
    @Property(tries = 300)
    void unpacked_the_compressed_bytes_are_the_identity_bytes(@ForAll byte[] bytes) throws IOException {
        assertThat(unpacked(document(bytes).bytes(Coding.GZIP))).isEqualTo(bytes);
    }

    @Property(tries = 300)
    void decoded_the_brotli_bytes_are_the_identity_bytes(@ForAll byte[] bytes) throws IOException {
        byte[] brotli = document(bytes).bytes(Coding.BROTLI);
        assertThat(new BrotliInputStream(new ByteArrayInputStream(brotli)).readAllBytes())
                .isEqualTo(bytes);
    }

    @Test
    void bytes_that_cannot_be_compressed_grow_a_little_and_come_back() throws IOException {
        byte[] noise = new byte[300_000];
        new Random(1).nextBytes(noise);
        byte[] gzip = document(noise).bytes(Coding.GZIP);
        assertThat(gzip.length).isBetween(noise.length, noise.length + 200);
        assertThat(unpacked(gzip)).isEqualTo(noise);
    }

    @Test
    void the_header_of_compressed_bytes_has_neither_time_nor_system() {
        byte[] header = Arrays.copyOf(document(new byte[] {1, 2, 3}).bytes(Coding.GZIP), 10);
        assertThat(header).containsExactly(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);
    }

    @Test
    void digests_are_letters_that_a_tag_may_hold() {
        assertThat(document("text".getBytes(StandardCharsets.US_ASCII)).digest())
                .matches("[A-Za-z0-9_-]{16}");
        assertThat(Coding.values()).extracting(Coding::suffix).doesNotHaveDuplicates();
    }

    @Property(tries = 200)
    void digests_are_equal_only_where_bytes_are(@ForAll byte[] one, @ForAll byte[] other) {
        assertThat(document(one).digest().equals(document(other).digest())).isEqualTo(Arrays.equals(one, other));
        assertThat(document(one).digest()).isEqualTo(document(one.clone()).digest());
    }

    @Test
    void threads_that_ask_at_once_get_one_array() throws Exception {
        Document document = document(new byte[100_000]);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<byte[]>> answers = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                answers.add(threads.submit(() -> document.bytes(Coding.GZIP)));
            }
            for (Future<byte[]> answer : answers) {
                assertThat(answer.get()).isSameAs(document.bytes(Coding.GZIP));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Document document(byte[] bytes) {
        return new Document("text/plain", bytes);
    }

    private static byte[] unpacked(byte[] gzip) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return in.readAllBytes();
        }
    }
}
