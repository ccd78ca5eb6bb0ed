package dev.feedmill.library;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.feedmill.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** Debian's PgBouncer before the databases of a PostgreSQL server, which lends a session for one transaction only. */
final class PgBouncer implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/pgbouncer");
    private static final String SETTINGS = """
            [databases]
            * = host=%s port=%d user=postgres
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = %d
            unix_socket_dir =
            auth_type = any
            pool_mode = transaction
            default_pool_size = %d
            max_client_conn = 500
            """;

    private final int target;
    private final int port;
    private final Process process;

    /**
     * Starts it, or skips the test where it is not installed.
     *
     * @param folder for its settings
     * @param url a database of the server behind it
     * @param sessions how many it keeps for each database
     */
    PgBouncer(Path folder, String url, int sessions) throws IOException {
        assumeTrue(Files.isExecutable(PROGRAM), "pgbouncer is not installed");
        URI server = uri(url);
        target = server.getPort();
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path settings = folder.resolve("pgbouncer.ini");
        Files.writeString(settings, SETTINGS.formatted(server.getHost(), target, port, sessions));
        // It gives up the rights of root and must still find its file.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString(), settings.toString()));
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(1, List.of("-u", "nobody"));
        }
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("pgbouncer.log").toFile())
                .start();
        Await.until("pgbouncer listens", this::listens);
    }

    /** A URL of the server as one through here. */
    String through(String url) {
        return url.replace(":" + target + "/", ":" + port + "/");
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static URI uri(String url) {
        return URI.create(url.substring("jdbc:".length()));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
