package dev.feedmill;

import dev.feedmill.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.util.logging.Logger;

/**
 * The listening sockets, bound before anything else starts.
 *
 * @param readers public socket
 * @param operator socket on which the operator's pages need no token
 */
record Sockets(ServerSocketChannel readers, ServerSocketChannel operator) implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger("dev.feedmill.start");
    private static final int WAITING = 1024;

    static Sockets bind(Settings settings) throws CannotRunException {
        Settings.Server server = settings.server();
        Settings.Status status = settings.status();
        if (settings.serving().status().token().isEmpty()
                && !address(status.host(), 0).getAddress().isLoopbackAddress()) {
            throw new CannotRunException(
                    "'status.host' must be an address of this machine alone, such as 127.0.0.1, not '" + status.host()
                            + "', where 'status.token' is empty");
        }
        ServerSocketChannel readers = bind(server.host(), server.port(), "--port");
        try {
            return new Sockets(readers, operator(status));
        } catch (CannotRunException e) {
            close(readers);
            throw e;
        }
    }

    /** Binds another port if the operator's is in use: public pages must be served all the same. */
    private static ServerSocketChannel operator(Settings.Status status) throws CannotRunException {
        try {
            return bind(status.host(), status.port(), "status.port");
        } catch (CannotRunException e) {
            ServerSocketChannel other = bind(status.host(), 0, "status.port");
            LOG.warning("the status is at http://localhost:" + port(other) + "/status, since port " + status.port()
                    + " of " + status.host() + " is taken; name another with status.port");
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

    static int port(ServerSocketChannel socket) {
        try {
            return ((InetSocketAddress) socket.getLocalAddress()).getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(ServerSocketChannel socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        close(readers);
        close(operator);
    }
}
