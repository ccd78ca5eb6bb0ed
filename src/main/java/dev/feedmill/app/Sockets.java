package dev.feedmill.app;

import dev.feedmill.config.Endpoint;
import dev.feedmill.config.Settings;
import dev.feedmill.runtime.SocketFile;
import dev.feedmill.runtime.SocketPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The listening sockets, bound before anything else starts. */
final class Sockets implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger("dev.feedmill.start");
    private static final int WAITING = 1024;

    private final List<ServerSocketChannel> readers = new ArrayList<>();
    private final List<SocketFile> files = new ArrayList<>();
    private @Nullable ServerSocketChannel operator;

    private Sockets() {}

    /** Refuses an operator's port that others can reach without a token. */
    static void requireToken(Settings settings) throws CannotRunException {
        String host = settings.status().host();
        if (settings.serving().status().token().isEmpty()
                && !address(host, 0).getAddress().isLoopbackAddress()) {
            throw new CannotRunException(
                    "'status.host' must be an address of this machine alone, such as 127.0.0.1, not '" + host
                            + "', where 'status.token' is empty");
        }
    }

    /** Binds the sockets of the settings; a socket that the process got from its starter takes the readers' place. */
    static Sockets bind(Settings settings) throws CannotRunException {
        Endpoint server = settings.server();
        Settings.Status status = settings.status();
        requireToken(settings);
        Sockets sockets = new Sockets();
        try {
            ServerSocketChannel inherited = inherited();
            if (inherited != null) {
                sockets.readers.add(inherited);
            } else {
                sockets.listen(server);
            }
            sockets.operator = operator(status);
            return sockets;
        } catch (CannotRunException e) {
            sockets.close();
            throw e;
        }
    }

    /** The socket that systemd or inetd passes as standard input (sd_listen_fds(3), StandardInput=socket). */
    private static @Nullable ServerSocketChannel inherited() throws CannotRunException {
        try {
            return System.inheritedChannel() instanceof ServerSocketChannel socket ? socket : null;
        } catch (IOException e) {
            throw new CannotRunException("the socket at standard input cannot be used (" + e.getMessage() + ")", e);
        }
    }

    private void listen(Endpoint server) throws CannotRunException {
        for (String host : server.hosts()) {
            if (host.startsWith(Endpoint.UNIX)) {
                SocketFile file = file(host.substring(Endpoint.UNIX.length()), server);
                files.add(file);
                readers.add(file.channel());
            } else {
                readers.add(bind(host, publicPort() == 0 ? server.port() : publicPort(), "--port"));
            }
        }
    }

    private static SocketFile file(String path, Endpoint server) throws CannotRunException {
        try {
            return SocketFile.bind(Path.of(path), server.socketMode(), server.socketOwner(), WAITING);
        } catch (IOException e) {
            throw new CannotRunException("the socket " + path + " cannot be used (" + e + ")", e);
        }
    }

    /** Binds another port if the operator's is in use: public pages must be served all the same. */
    private static ServerSocketChannel operator(Settings.Status status) throws CannotRunException {
        try {
            return bind(status.host(), status.port(), "status.port");
        } catch (CannotRunException e) {
            ServerSocketChannel other = bind(status.host(), 0, "status.port");
            LOG.warning("the status is at http://localhost:" + SocketPort.of(other) + "/status, since port "
                    + status.port() + " of " + status.host() + " is taken; name another with status.port");
            return other;
        }
    }

    private static ServerSocketChannel bind(String host, int port, String by) throws CannotRunException {
        try {
            ServerSocketChannel socket = ServerSocketChannel.open();
            socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            return socket.bind(address(host, port), WAITING);
        } catch (IOException e) {
            throw new CannotRunException(
                    "port " + port + " of " + host + " cannot be used (" + e.getMessage() + "); name another with "
                            + by,
                    e);
        }
    }

    private static InetSocketAddress address(String host, int port) throws CannotRunException {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new CannotRunException("the host " + host + " is not known on this machine");
        }
        return address;
    }

    /** The public sockets. */
    List<ServerSocketChannel> readers() {
        return List.copyOf(readers);
    }

    /** The socket on which the operator's pages need no token. */
    ServerSocketChannel operator() {
        return Objects.requireNonNull(operator);
    }

    /** The port of the public sockets; 0 if none has a port. */
    int publicPort() {
        return readers.stream()
                .mapToInt(SocketPort::of)
                .filter(port -> port > 0)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        try {
            for (ServerSocketChannel socket : readers) {
                socket.close();
            }
            for (SocketFile file : files) {
                file.close();
            }
            if (operator != null) {
                operator.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
