package dev.feedmill.http.wire;

import dev.feedmill.http.message.HttpResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpGenerator;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.jspecify.annotations.Nullable;

/** A connection of Jetty's own, for every kind of request. */
final class FullConnection extends HttpConnection {
    FullConnection(HttpConfiguration configuration, Connector connector, EndPoint endPoint) {
        super(configuration, connector, endPoint);
    }

    /**
     * Reads available bytes, on one thread at a time. After a bad request Jetty would let the responding thread use the
     * buffer while the reading thread still releases it, so that bytes of other connections would be lost.
     */
    @Override
    public synchronized void onFillable() {
        super.onFillable();
    }

    @Override
    protected HttpGenerator newHttpGenerator() {
        return new PhrasedGenerator();
    }

    /** Adds the reason phrases that Jetty does not know. */
    private static final class PhrasedGenerator extends HttpGenerator {
        @Override
        public Result generateResponse(
                MetaData.@Nullable Response head,
                boolean isHead,
                ByteBuffer header,
                ByteBuffer chunk,
                ByteBuffer content,
                boolean last)
                throws IOException {
            return super.generateResponse(phrased(head), isHead, header, chunk, content, last);
        }

        private static MetaData.@Nullable Response phrased(MetaData.@Nullable Response head) {
            return head == null || head.getStatus() != HttpResponse.IM_USED
                    ? head
                    : new MetaData.Response(
                            head.getStatus(),
                            HttpResponse.phrase(head.getStatus()),
                            head.getHttpVersion(),
                            head.getHttpFields(),
                            head.getContentLength(),
                            head.getTrailersSupplier());
        }
    }
}
