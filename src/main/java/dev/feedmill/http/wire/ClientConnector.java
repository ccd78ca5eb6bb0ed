package dev.feedmill.http.wire;

import dev.feedmill.http.message.ServerRules;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A connector that creates endpoints with time limits for clients. */
public final class ClientConnector extends ServerConnector {
    private final Supplier<ServerRules.Limits> limits;

    private ClientConnector(Server server, ConnectionFactory factory, Supplier<ServerRules.Limits> limits) {
        super(server, factory);
        this.limits = limits;
    }

    /** A connector at a socket that is bound already. */
    public static ClientConnector at(
            ServerSocketChannel socket, Server server, ConnectionFactory factory, Supplier<ServerRules.Limits> limits)
            throws IOException {
        ClientConnector connector = new ClientConnector(server, factory, limits);
        connector.open(socket);
        return connector;
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        return ClientEndPoint.of(this, channel, selector, key, limits.get());
    }

    @Override
    public CompletableFuture<Void> shutdown() {
        CompletableFuture<Void> done = super.shutdown();
        ClientEndPoint.closeIdle(getConnectedEndPoints());
        return done;
    }
}
