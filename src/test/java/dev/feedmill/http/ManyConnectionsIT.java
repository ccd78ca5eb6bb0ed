package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.feedmill.Await;
import dev.feedmill.TestApp;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections on which nothing happens, or too little, cost next to nothing. */
class ManyConnectionsIT {
    private static final String PLAIN = "GET /feed.rss HTTP/1.1\r\nHost: a\r\n\r\n";

    @TempDir
    Path folder;

    @Test
    void nine_thousand_idle_connections_of_all_kinds_delay_no_request() throws Exception {
        assumeThat(openFilesAllowed()).as("files that may be open").isGreaterThan(2L * 9_000 + 1_000);
        TestApp.write(folder, "a.md", "---\ntitle: One\ndate: 2024-01-01\n---\n\nText.\n");
        List<SocketChannel> idle = new ArrayList<>();
        try (TestApp app =
                TestApp.start(folder, Map.of("server.idle-timeout", "5m", "server.unconditional-gets", "0"))) {
            app.get("/feed.rss");
            for (int i = 0; i < 3_000; i++) {
                idle.add(connect(app.port(), ""));
                idle.add(connect(app.port(), "GET /feed.rss HT"));
                idle.add(connect(app.port(), PLAIN));
            }
            for (int i = 2; i < idle.size(); i += 3) {
                ByteBuffer answer = ByteBuffer.allocate(12);
                while (answer.hasRemaining() && idle.get(i).read(answer) >= 0) {
                    Thread.onSpinWait();
                }
                assertThat(answer.array()).asString(StandardCharsets.US_ASCII).isEqualTo("HTTP/1.1 200");
            }
            for (int i = 0; i < 20; i++) {
                assertThat(app.get("/feed.rss").statusCode()).isEqualTo(200);
                assertThat(app.get("/nothing").statusCode()).isEqualTo(404);
            }
        } finally {
            for (SocketChannel channel : idle) {
                channel.close();
            }
        }
    }

    @Test
    void an_idle_connection_is_closed() throws Exception {
        TestApp.write(folder, "a.md", "---\ntitle: One\ndate: 2024-01-01\n---\n\n" + "Text. ".repeat(500_000));
        try (TestApp app = TestApp.start(
                folder, Map.of("server.idle-timeout", "1s", "feeds.size", "4MB", "feeds.max-size", "4MB"))) {
            app.get("/feed.rss");
            for (String beginning : List.of("", "GET /feed.rss HT")) {
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), app.port())) {
                    socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
                    assertThat(end(socket)).as(beginning).isEmpty();
                }
            }
            try (Socket socket = new Socket()) {
                socket.setReceiveBufferSize(2_048);
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), app.port()));
                socket.getOutputStream().write(PLAIN.getBytes(StandardCharsets.US_ASCII));
                awaitCut(socket);
                assertThat(end(socket).orElse("")).as("what was sent before").doesNotContain("</rss>");
            }
        }
    }

    /** Writes until the server's machine says that nobody listens; what it sent lies unread. */
    private static void awaitCut(Socket socket) {
        Await.until("the end of the connection", () -> {
            try {
                socket.getOutputStream().write('x');
                return false;
            } catch (IOException e) {
                return true;
            }
        });
    }

    /** All that still comes until the server closes; empty where it closes without a word, or resets. */
    private static Optional<String> end(Socket socket) throws IOException {
        socket.setSoTimeout(120_000);
        try {
            byte[] rest = socket.getInputStream().readAllBytes();
            return rest.length == 0 ? Optional.empty() : Optional.of(new String(rest, StandardCharsets.UTF_8));
        } catch (SocketException e) {
            return Optional.empty();
        }
    }

    private static SocketChannel connect(int port, String request) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    private static long openFilesAllowed() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getMaxFileDescriptorCount()
                : 0;
    }
}
