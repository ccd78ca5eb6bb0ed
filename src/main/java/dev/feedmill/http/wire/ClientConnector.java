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

/** Takes connections whose other sides may not take for ever. */
public final class ClientConnector extends ServerConnector {
    /** Within it a request comes in that was on its way when the server was stopped. */
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

    /** Lets go of connections over which nothing goes on: a stop would wait for a second until they are idle. */
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
