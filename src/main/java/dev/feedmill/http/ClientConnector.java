package dev.feedmill.http;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Takes connections whose other sides may not take for ever. */
final class ClientConnector extends ServerConnector {
    private final ServerRules.Limits limits;

    ClientConnector(Server server, ConnectionFactory factory, ServerRules.Limits limits) {
        super(server, factory);
        this.limits = limits;
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        ClientEndPoint endPoint = new ClientEndPoint(channel, selector, key, getScheduler(), getExecutor(), limits);
        endPoint.setIdleTimeout(getIdleTimeout());
        return endPoint;
    }
}
