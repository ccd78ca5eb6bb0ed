package dev.feedmill.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedmill.TestApp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Those who ask and do not read must not keep others from being answered. */
class SlowReadersIT {
    @TempDir
    Path folder;

    /** The end would wait for as long as connections may be idle, if it waited for those who do not read. */
    @Test
    @Timeout(value = 4, unit = TimeUnit.MINUTES)
    void a_client_that_does_not_read_delays_neither_others_nor_the_stop() throws Exception {
        TestApp.write(folder, "a.md", "---\ntitle: One\ndate: 2024-01-01\n---\n\n" + "Text. ".repeat(50_000));
        List<Socket> slow = new ArrayList<>();
        try (TestApp app = TestApp.start(folder, Map.of("server.idle-timeout", "5m", "server.stop-timeout", "1s"))) {
            byte[] requests =
                    "GET /feed.rss HTTP/1.1\r\nHost: a\r\n\r\n".repeat(100).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 200; i++) {
                slow.add(asking(app.port(), requests));
            }
            for (int i = 0; i < 20; i++) {
                assertThat(app.get("/health").statusCode()).isEqualTo(200);
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static Socket asking(int port, byte[] requests) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(2_048);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream().write(requests);
        return socket;
    }
}
