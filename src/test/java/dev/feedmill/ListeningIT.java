package dev.feedmill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that listens on Unix sockets and on several addresses. */
class ListeningIT {
    private static final byte[] PICTURE = new byte[200_000];

    @TempDir
    Path folder;

    private Path socket;

    @BeforeEach
    void prepare() throws IOException {
        socket = folder.resolve("feedmill.sock");
        TestApp.write(folder, "a.md", "---\ntitle: First\ndate: 2024-01-02\n---\nWords. ![A](a.png)");
        Arrays.fill(PICTURE, (byte) 'x');
        Files.write(folder.resolve("articles/a.png"), PICTURE);
    }

    private TestApp start(String hosts, String... more) throws Exception {
        Map<String, String> changed =
                new java.util.LinkedHashMap<>(Map.of("server.host", hosts, "server.base-url", "http://feeds.test"));
        for (int i = 0; i < more.length; i += 2) {
            changed.put(more[i], more[i + 1]);
        }
        return TestApp.start(folder, changed);
    }

    private static String ask(Path socket, String path) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: feeds.test\r\nConnection: close\r\n\r\n";
            channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            Channels.newInputStream(channel).transferTo(answer);
            return answer.toString(StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void a_unix_socket_serves_feeds_pages_and_files() throws Exception {
        try (TestApp app = start("unix:" + socket)) {
            assertThat(app.port()).isZero();
            for (int i = 0; i < 3; i++) {
                assertThat(ask(socket, "/feed.rss"))
                        .startsWith("HTTP/1.1 200 OK")
                        .endsWith("</rss>\n");
                assertThat(ask(socket, "/files/a.png"))
                        .startsWith("HTTP/1.1 200 OK")
                        .endsWith(new String(PICTURE, StandardCharsets.US_ASCII));
            }
            assertThat(ask(socket, "/")).startsWith("HTTP/1.1 200 OK").contains("First");
            assertThat(ask(socket, "/status")).startsWith("HTTP/1.1 403 ");
        }
        assertThat(socket).doesNotExist();
    }

    @Test
    void its_permissions_are_a_setting() throws Exception {
        try (TestApp app = start("unix:" + socket, "server.socket-mode", "600")) {
            assertThat(app.port()).isZero();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void what_a_killed_server_left_behind_is_replaced_and_what_another_uses_is_not() throws Exception {
        try (ServerSocketChannel left = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            left.bind(UnixDomainSocketAddress.of(socket));
        }
        assertThat(Files.exists(socket, LinkOption.NOFOLLOW_LINKS)).isTrue();
        try (TestApp app = start("unix:" + socket)) {
            assertThat(app.port()).isZero();
            assertThatThrownBy(() -> start(
                            "unix:" + socket,
                            "library.data",
                            folder.resolve("other").toString()))
                    .hasMessageContaining(socket + ": another process listens there");
            assertThat(ask(socket, "/feed.rss")).startsWith("HTTP/1.1 200 OK");
        }
        Files.writeString(socket, "a file of another program");
        assertThatThrownBy(() -> start("unix:" + socket)).hasMessageContaining(socket + ": is no socket");
        assertThat(socket).hasContent("a file of another program");
    }

    @Test
    void several_addresses_share_a_port() throws Exception {
        try (TestApp app = start("127.0.0.1;127.0.0.2;unix:" + socket)) {
            for (String host : new String[] {"127.0.0.1", "127.0.0.2"}) {
                try (SocketChannel channel = SocketChannel.open(new java.net.InetSocketAddress(host, app.port()))) {
                    assertThat(channel.isConnected()).isTrue();
                }
            }
            assertThat(app.get("/feed.rss").statusCode()).isEqualTo(200);
            assertThat(ask(socket, "/feed.rss")).startsWith("HTTP/1.1 200 OK");
        }
    }
}
