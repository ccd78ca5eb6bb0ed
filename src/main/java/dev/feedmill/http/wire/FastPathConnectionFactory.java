package dev.feedmill.http.wire;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;

/** Creates a {@link FastPathConnection} for each new connection. */
public final class FastPathConnectionFactory extends HttpConnectionFactory {
    private final FastPath fastPath;

    public FastPathConnectionFactory(HttpConfiguration configuration, FastPath fastPath) {
        super(configuration);
        this.fastPath = fastPath;
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        return new FastPathConnection(
                endPoint, connector.getServer(), fastPath, () -> jettyConnection(connector, endPoint));
    }

    private Connection jettyConnection(Connector connector, EndPoint endPoint) {
        return configure(new JettyConnection(getHttpConfiguration(), connector, endPoint), connector, endPoint);
    }
}
