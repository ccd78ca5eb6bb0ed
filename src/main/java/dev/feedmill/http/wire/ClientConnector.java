package dev.feedmill.http.wire;

import dev.feedmill.http.message.ServerRules;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A connector that creates endpoints with time limits for clients. */
public final class ClientConnector extends ServerConnector {
    /** Time within which a request arrives that was under way when the server stopped. */
    private static final long REST_MILLIS = 50;

    private final ServerRules.Limits limits;

    public ClientConnector(Server server, ConnectionFactory factory, ServerRules.Limits limits) {
        super(server, factory);
        this.limits = limits;
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        ClientEndPoint endPoint = new ClientEndPoint(channel, selector, key, getScheduler(), getExecutor(), limits);
        endPoint.setIdleTimeout(getIdleTimeout());
        return endPoint;
    }

    /** Closes idle connections, since a stop would wait one second for them. */
    @Override
    public CompletableFuture<Void> shutdown() {
        CompletableFuture<Void> done = super.shutdown();
        for (EndPoint endPoint : getConnectedEndPoints()) {
            if (endPoint instanceof ClientEndPoint client && client.isResting()) {
                client.setIdleTimeout(REST_MILLIS);
            }
        }
        return done;
    }
}
