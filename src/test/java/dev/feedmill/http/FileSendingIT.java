package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.TestApp;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large files over the fast path: more than a socket takes at once. */
class FileSendingIT {
    private static final byte[] BYTES = new byte[20_000_000];

    @TempDir
    static Path folder;

    private static TwoWays ways;

    @BeforeAll
    static void start() throws Exception {
        new Random(7).nextBytes(BYTES);
        TestApp.write(
                folder,
                "talk.md",
                "---\ntitle: Talk\ndate: 2024-05-01\n---\n[a](talk.mp3) [b](cut.zip) [c](new.zip)\n");
        for (String name : new String[] {"talk.mp3", "cut.zip", "new.zip"}) {
            Files.write(file(name), BYTES);
        }
        ways = new TwoWays(folder);
    }

    private static Path file(String name) {
        return folder.resolve("articles").resolve(name);
    }

    @AfterAll
    static void stop() {
        ways.close();
    }

    @Test
    void a_slow_client_gets_every_byte_and_the_next_answer_over_the_same_connection() throws Exception {
        String whole = request("talk.mp3", "");
        ways.byFastPath(whole);
        long before = ways.ready().answered();
        try (Client client = new Client()) {
            client.send(whole);
            assertThat(client.head()).startsWith("HTTP/1.1 200 OK").contains("Content-Length: " + BYTES.length);
            assertThat(client.bytes(BYTES.length)).isEqualTo(BYTES);
            client.send(request("talk.mp3", "Range: bytes=1000-18000999\r\n"));
            assertThat(client.head())
                    .startsWith("HTTP/1.1 206 ")
                    .contains("Content-Range: bytes 1000-18000999/20000000");
            assertThat(client.bytes(18_000_000)).isEqualTo(Arrays.copyOfRange(BYTES, 1_000, 18_001_000));
            client.send(request("talk.mp3", "Range: bytes=-70000\r\n"));
            assertThat(client.head()).startsWith("HTTP/1.1 206 ");
            assertThat(client.bytes(70_000)).isEqualTo(Arrays.copyOfRange(BYTES, 19_930_000, 20_000_000));
            client.send(whole.replace("GET", "HEAD"));
            assertThat(client.head()).contains("Content-Length: " + BYTES.length);
            client.send(request("talk.mp3", "If-None-Match: *\r\n"));
            assertThat(client.head()).startsWith("HTTP/1.1 304 ");
        }
        assertThat(ways.ready().answered() - before).isEqualTo(5);
    }

    @Test
    void over_a_connection_of_jettys_own_the_bytes_are_the_same() throws Exception {
        String whole = request("talk.mp3", "");
        ways.byFastPath(whole);
        try (Client client = new Client()) {
            client.send("GET /nothing HTTP/1.1\r\nHost: a\r\n\r\n");
            client.bytes(length(client.head()));
            long before = ways.ready().answered();
            for (int i = 0; i < 3; i++) {
                client.send(whole);
                assertThat(client.head()).contains("Content-Length: " + BYTES.length);
                assertThat(client.bytes(BYTES.length)).isEqualTo(BYTES);
            }
            assertThat(ways.ready().answered() - before).isEqualTo(3);
        }
    }

    @Test
    void a_file_that_is_cut_while_it_is_sent_ends_the_connection() throws Exception {
        String whole = request("cut.zip", "");
        ways.byFastPath(whole);
        try (Client client = new Client()) {
            client.send(whole);
            assertThat(length(client.head())).isEqualTo(BYTES.length);
            Files.write(file("cut.zip"), new byte[] {1});
            Assertions.assertThatExceptionOfType(EOFException.class).isThrownBy(() -> client.bytes(BYTES.length));
        }
    }

    @Test
    void a_changed_file_is_never_sent_under_the_former_tag() throws Exception {
        String part = request("new.zip", "Range: bytes=0-9\r\n");
        ways.byFastPath(part);
        byte[] others = BYTES.clone();
        others[0]++;
        FileTime time = Files.getLastModifiedTime(file("new.zip"));
        Files.write(file("new.zip"), others);
        Files.setLastModifiedTime(file("new.zip"), time);
        assertThat(ways.byFastPath(part)).isEqualTo(ways.byRoutes(part));
    }

    private static String request(String name, String fields) {
        return "GET /files/" + name + " HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n";
    }

    private static int length(String head) {
        return Integer.parseInt(head.replaceFirst("(?s).*Content-Length: (\\d+).*", "$1"));
    }

    /** A client whose system takes few bytes ahead. */
    private static final class Client implements AutoCloseable {
        private final Socket socket = new Socket();
        private final DataInputStream in;

        Client() throws IOException {
            socket.setReceiveBufferSize(8_192);
            socket.setSoTimeout(120_000);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), ways.fastPort()));
            in = new DataInputStream(socket.getInputStream());
        }

        void send(String request) throws IOException {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        }

        String head() throws IOException {
            StringBuilder head = new StringBuilder();
            while (!head.toString().endsWith("\r\n\r\n")) {
                head.append((char) in.readUnsignedByte());
            }
            return head.toString();
        }

        byte[] bytes(int length) throws IOException {
            byte[] bytes = new byte[length];
            in.readFully(bytes);
            return bytes;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
