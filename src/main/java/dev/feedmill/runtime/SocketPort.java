package dev.feedmill.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;

/** The port of a listening socket. */
public final class SocketPort {
    private SocketPort() {}

    /** Returns the port; 0 for a socket without one. */
    public static int of(ServerSocketChannel socket) {
        try {
            return socket.getLocalAddress() instanceof InetSocketAddress address ? address.getPort() : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
