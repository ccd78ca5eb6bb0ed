package dev.feedmill.http.wire;

import dev.feedmill.http.message.ClientAddress;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.RequestHeader;
import dev.feedmill.log.AccessLogger;
import dev.feedmill.log.FieldRecord;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;
import org.jspecify.annotations.Nullable;

/** The access log: one line per request with the client, the request and the response, if the operator enables it. */
public final class AccessLog implements RequestLog {
    /** Whether the access log is on; a cheap check. */
    public boolean isOn() {
        return AccessLogger.isOn();
    }

    /** Logs a response that Jetty has sent. */
    @Override
    public void log(org.eclipse.jetty.server.Request request, Response response) {
        if (isOn()) {
            long micros = NanoTime.since(request.getBeginNanoTime()) / 1_000;
            write(
                    FastPathHandler.httpRequest(request),
                    response.getStatus(),
                    Response.getContentBytesWritten(response),
                    micros);
        }
    }

    /** Logs a response of the fast path. */
    void log(HttpRequest request, HttpResponse answer, long bytes) {
        if (isOn()) {
            write(request, answer.status(), bytes, null);
        }
    }

    private static void write(HttpRequest request, int status, long bytes, @Nullable Long micros) {
        String client = client(request);
        String address = request.path() + request.query().suffix();
        String agent = request.header(RequestHeader.USER_AGENT);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("client", client);
        fields.put("method", request.method());
        fields.put("address", address);
        fields.put("status", status);
        fields.put("bytes", bytes);
        if (micros != null) {
            fields.put("micros", micros);
        }
        fields.put("agent", agent == null ? "" : agent);
        String message = client + " " + request.method() + " " + address + " " + status + " " + bytes + " "
                + (micros == null ? "-" : micros + "us") + " \"" + (agent == null ? "-" : agent.replace('"', '\''))
                + "\"";
        AccessLogger.log(new FieldRecord(Level.INFO, AccessLogger.NAME, message, fields));
    }

    /** The client's address: the forwarded one behind a proxy, otherwise the peer's. */
    private static String client(HttpRequest request) {
        Object named = ClientAddress.of(request);
        InetAddress remote = request.remote().get();
        if (named instanceof String name) {
            return name;
        }
        return remote == null ? "-" : remote.getHostAddress();
    }
}
