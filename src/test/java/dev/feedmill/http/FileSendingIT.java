package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
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
                "---\ntitle: Talk\ndate: 2024-05-01\n---\n[a](talk.mp3) [b](cut.zip) [c](new.zip) [d](over.zip) [e](swap.zip)\n");
        for (String name : new String[] {"talk.mp3", "cut.zip", "new.zip", "over.zip", "swap.zip"}) {
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
    void what_a_client_sends_after_its_last_request_costs_the_response_no_byte() throws Exception {
        String last = request("talk.mp3", "Connection: close\r\n");
        String answer = ways.byRoutes(last, request("talk.mp3", ""), request("cut.zip", ""));
        assertThat(answer.length() - answer.indexOf("\r\n\r\n") - 4).isEqualTo(BYTES.length + "<closed>".length());
    }

    @Test
    void a_file_that_is_cut_while_it_is_sent_ends_the_connection() throws Exception {
        String whole = request("cut.zip", "");
        ways.byFastPath(whole);
        try (Client client = new Client()) {
            client.send(whole);
            assertThat(length(client.head())).isEqualTo(BYTES.length);
            Files.write(file("cut.zip"), new byte[] {1});
            assertThatExceptionOfType(EOFException.class).isThrownBy(() -> client.bytes(BYTES.length));
        }
    }

    @Test
    void a_file_that_is_overwritten_while_it_is_sent_ends_the_connection() throws Exception {
        String whole = request("over.zip", "");
        ways.byFastPath(whole);
        try (Client client = new Client()) {
            client.send(whole);
            assertThat(length(client.head())).isEqualTo(BYTES.length);
            Files.write(file("over.zip"), new byte[BYTES.length]);
            assertThatExceptionOfType(EOFException.class).isThrownBy(() -> client.bytes(BYTES.length));
        }
    }

    @Test
    void a_file_whose_place_another_takes_is_sent_to_its_end() throws Exception {
        String whole = request("swap.zip", "");
        ways.byFastPath(whole);
        try (Client client = new Client()) {
            client.send(whole);
            assertThat(length(client.head())).isEqualTo(BYTES.length);
            swap(new byte[BYTES.length], Files.getLastModifiedTime(file("swap.zip")));
            assertThat(client.bytes(BYTES.length)).isEqualTo(BYTES);
        }
        String changed = ways.byFastPath(request("swap.zip", "Range: bytes=0-9\r\n"));
        assertThat(changed).contains("\r\n\r\n" + "\0".repeat(10));
    }

    @Test
    void tags_are_those_of_the_bytes_however_often_a_file_is_replaced() throws Exception {
        for (int i = 0; i < 20; i++) {
            byte[] bytes = new byte[300_000];
            Arrays.fill(bytes, (byte) ('a' + i));
            swap(bytes, FileTime.fromMillis(1_700_000_000_000L));
            String answer = ways.byFastPath(request("swap.zip", ""));
            String tag = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            assertThat(answer).contains("ETag: \"" + tag + "\"").contains("\r\n\r\n" + (char) ('a' + i));
        }
    }

    @Test
    void an_older_file_that_takes_the_place_of_another_has_a_later_date() throws Exception {
        swap(new byte[200_000], FileTime.fromMillis(1_500_000_000_000L));
        String answer = ways.byFastPath(request("swap.zip", "If-Modified-Since: Sat, 01 Jan 2022 00:00:00 GMT\r\n"));
        assertThat(answer).startsWith("HTTP/1.1 200 ");
    }

    private static void swap(byte[] bytes, FileTime modified) throws IOException {
        Path other = folder.resolve("other");
        Files.write(other, bytes);
        Files.setLastModifiedTime(other, modified);
        Files.move(other, file("swap.zip"), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
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
