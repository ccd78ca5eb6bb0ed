package dev.feedmill.history;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Three servers on one library, which are asked in turn; the one that is killed is their leader. */
final class ThreeServers implements Server {
    private static final Pattern LEADER =
            Pattern.compile("127\\.0\\.0\\.1:(\\d+)\",\"version\":\"[^\"]*\",\"role\":\"leader\"");
    private static final Map<String, String> SETTINGS = Map.of(
            "FEEDMILL_NODES_ENABLED", "true",
            "FEEDMILL_NODES_DRAIN_TIME", "0s",
            "FEEDMILL_NODES_LEASE_TIME", "2s",
            "FEEDMILL_SERVER_BASE_URL", "https://birds.example");

    private final List<OneServer> servers = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    ThreeServers(Path articles, String data, Map<String, String> settings) throws IOException {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(SETTINGS);
        for (int i = 0; i < 3; i++) {
            servers.add(new OneServer(articles, data, all, freePort()));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** All have one title, since servers of one library have the same settings. */
    @Override
    public void start(String title) throws IOException, InterruptedException {
        for (OneServer server : servers) {
            if (!server.isRunning()) {
                server.start("Birds");
            }
        }
    }

    @Override
    public void stop() throws InterruptedException {
        for (OneServer server : servers) {
            server.stop();
        }
    }

    @Override
    public void kill() throws InterruptedException {
        try {
            Matcher leader = LEADER.matcher(status());
            int port = leader.find()
                    ? Integer.parseInt(leader.group(1))
                    : servers.get(0).port();
            for (OneServer server : servers) {
                if (server.port() == port) {
                    server.kill();
                }
            }
        } catch (IOException e) {
            throw new AssertionError("nobody says who leads: " + said(), e);
        }
    }

    @Override
    public void freeze() throws IOException, InterruptedException {
        for (OneServer server : servers) {
            server.freeze();
        }
    }

    @Override
    public void thaw() throws IOException, InterruptedException {
        for (OneServer server : servers) {
            server.thaw();
        }
    }

    @Override
    public HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        IOException fault = new IOException("no server runs");
        for (int i = 0; i < servers.size(); i++) {
            OneServer server = servers.get(Math.floorMod(next.getAndIncrement(), servers.size()));
            if (server.isRunning()) {
                try {
                    return server.get(path, headers);
                } catch (IOException e) {
                    // It was killed meanwhile.
                    fault = e;
                }
            }
        }
        throw fault;
    }

    @Override
    public String status() throws IOException, InterruptedException {
        IOException fault = new IOException("no server runs");
        for (OneServer server : servers) {
            if (server.isRunning()) {
                try {
                    return server.status();
                } catch (IOException e) {
                    fault = e;
                }
            }
        }
        throw fault;
    }

    @Override
    public boolean omitsDates() {
        return true;
    }

    @Override
    public String said() {
        return servers.stream().map(OneServer::said).collect(Collectors.joining("\n\nanother said\n"));
    }

    @Override
    public void close() {
        servers.forEach(OneServer::close);
    }
}
