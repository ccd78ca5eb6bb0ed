package dev.feedmill.http.wire;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;

/** Begins each connection as a {@link ReadyConnection}. */
public final class ReadyConnectionFactory extends HttpConnectionFactory {
    private final ReadyAnswers ready;

    public ReadyConnectionFactory(HttpConfiguration configuration, ReadyAnswers ready) {
        super(configuration);
        this.ready = ready;
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        return new ReadyConnection(endPoint, connector.getServer(), ready, () -> fullConnection(connector, endPoint));
    }

    private Connection fullConnection(Connector connector, EndPoint endPoint) {
        return configure(new FullConnection(getHttpConfiguration(), connector, endPoint), connector, endPoint);
    }
}
