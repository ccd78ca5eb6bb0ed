package dev.feedmill.http.wire;

import dev.feedmill.http.message.ServerRules;
import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.IO;
import org.eclipse.jetty.util.thread.Scheduler;

/** A connector for a Unix socket that is bound already, which Jetty's own cannot take. */
public final class UnixConnector extends AbstractConnector {
    private final ServerSocketChannel socket;
    private final Supplier<ServerRules.Limits> limits;
    private final SelectorManager selectors;

    public UnixConnector(
            Server server, ConnectionFactory factory, ServerSocketChannel socket, Supplier<ServerRules.Limits> limits) {
        super(server, null, null, null, 1, factory);
        this.socket = socket;
        this.limits = limits;
        this.selectors = new Selectors(getExecutor(), getScheduler());
        installBean(selectors, true);
    }

    @Override
    protected void accept(int acceptor) throws IOException {
        SocketChannel channel = socket.accept();
        channel.configureBlocking(false);
        selectors.accept(channel);
    }

    @Override
    public Object getTransport() {
        return socket;
    }

    @Override
    public CompletableFuture<Void> shutdown() {
        CompletableFuture<Void> done = super.shutdown();
        ClientEndPoint.closeIdle(getConnectedEndPoints());
        return done;
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        IO.close(socket);
    }

    private final class Selectors extends SelectorManager {
        Selectors(Executor executor, Scheduler scheduler) {
            super(executor, scheduler);
        }

        @Override
        protected EndPoint newEndPoint(SelectableChannel channel, ManagedSelector selector, SelectionKey key) {
            return ClientEndPoint.of(UnixConnector.this, (SocketChannel) channel, selector, key, limits.get());
        }

        @Override
        public Connection newConnection(SelectableChannel channel, EndPoint endPoint, Object attachment) {
            return getDefaultConnectionFactory().newConnection(UnixConnector.this, endPoint);
        }

        @Override
        protected void endPointOpened(EndPoint endPoint) {
            super.endPointOpened(endPoint);
            onEndPointOpened(endPoint);
        }

        @Override
        protected void endPointClosed(EndPoint endPoint) {
            onEndPointClosed(endPoint);
            super.endPointClosed(endPoint);
        }
    }
}
