package dev.feedmill;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code feedmill health}, as a container runs it. */
class HealthIT {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int health(String host, int port) {
        Map<String, String> environment =
                Map.of("FEEDMILL_STATUS_HOST", host, "FEEDMILL_STATUS_PORT", Integer.toString(port));
        return Commands.run(environment, out, err, "health");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "0.0.0.0"})
    void a_server_that_is_ready_exits_with_0(String host) throws Exception {
        try (TestApp app = TestApp.start(folder, Map.of())) {
            assertThat(health(host, app.operatorPort())).isZero();
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"status\":\"ok\"");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void a_server_that_is_not_ready_exits_with_1_and_its_reason_is_printed() throws IOException {
        byte[] reason = "{\"status\":\"starting\"}".getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/health", exchange -> {
            exchange.sendResponseHeaders(503, reason.length);
            exchange.getResponseBody().write(reason);
            exchange.close();
        });
        server.start();
        try {
            assertThat(health("127.0.0.1", server.getAddress().getPort())).isEqualTo(1);
        } finally {
            server.stop(0);
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{\"status\":\"starting\"}\n");
    }

    @Test
    void without_a_server_it_exits_with_1_and_one_line() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThat(health("127.0.0.1", free)).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith("feedmill: no server answers at http://127.0.0.1:" + free + "/health (");
    }

    @Test
    void a_port_that_the_server_picks_itself_cannot_be_checked() {
        assertThat(health("127.0.0.1", 0)).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("'status.port' must be the port of the running server");
    }
}
