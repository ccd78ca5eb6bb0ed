package dev.feedmill.http.wire;

import dev.feedmill.http.message.HttpResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpGenerator;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** A connection of Jetty's own, for every kind of request. */
final class JettyConnection extends HttpConnection {
    /** Set by a method that the superclass's constructor calls. */
    private @Nullable RequestHandler requests;

    private volatile boolean hasStream;
    private volatile boolean isRefusing;

    JettyConnection(HttpConfiguration configuration, Connector connector, EndPoint endPoint) {
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

    /**
     * Waits for more bytes, except while a bad request is refused: Jetty would see the end of the client's input, or a
     * second read, and close before the refusal is sent.
     */
    @Override
    public void fillInterested(Callback callback) {
        if (!isRefusing) {
            super.fillInterested(callback);
        }
    }

    @Override
    protected HttpParser newHttpParser(HttpCompliance compliance) {
        HttpConfiguration configuration = getHttpConfiguration();
        HttpParser parser =
                new LingeringParser(Objects.requireNonNull(requests), configuration.getRequestHeaderSize(), compliance);
        parser.setHeaderCacheSize(configuration.getHeaderCacheSize());
        parser.setHeaderCacheCaseSensitive(configuration.isHeaderCacheCaseSensitive());
        return parser;
    }

    @Override
    protected HttpStreamOverHTTP1 newHttpStream(String method, String uri, HttpVersion version) {
        hasStream = true;
        return new WatchedStream(method, uri, version);
    }

    @Override
    protected RequestHandler newRequestHandler() {
        requests = new WatchedRequests();
        return requests;
    }

    /**
     * A parser that drops what a client sends after the last response, until the client closes. Jetty's would close at
     * once, and bytes of that response that are still on their way would be lost with the connection.
     */
    private final class LingeringParser extends HttpParser {
        LingeringParser(HttpParser.RequestHandler handler, int maxHeaderBytes, HttpCompliance compliance) {
            super(handler, maxHeaderBytes, compliance);
        }

        private boolean isLingering() {
            return isClose() && !hasStream;
        }

        @Override
        public boolean isTerminated() {
            return super.isTerminated() && !isLingering();
        }

        @Override
        public boolean parseNext(ByteBuffer bytes) {
            if (isLingering()) {
                BufferUtil.clear(bytes);
            }
            return super.parseNext(bytes);
        }
    }

    /** Notices bad requests. */
    private final class WatchedRequests extends RequestHandler {
        @Override
        public void badMessage(HttpException failure) {
            isRefusing = true;
            super.badMessage(failure);
        }

        @Override
        public void earlyEOF() {
            isRefusing = hasStream;
            super.earlyEOF();
        }
    }

    /** Notices the end of a response. */
    private final class WatchedStream extends HttpStreamOverHTTP1 {
        WatchedStream(String method, String uri, HttpVersion version) {
            super(method, uri, version);
        }

        @Override
        public void succeeded() {
            hasStream = false;
            isRefusing = false;
            super.succeeded();
        }
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
