package dev.feedmill.http.wire;

import dev.feedmill.http.message.ClientStream;
import dev.feedmill.http.message.FilePart;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.ProblemResponses;
import dev.feedmill.http.message.Query;
import dev.feedmill.http.status.OperatorAccess;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.HttpOutput;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.ee10.servlet.ServletContextResponse;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IO;
import org.jspecify.annotations.Nullable;

/** Adapter between Javalin's contexts and our requests and responses. */
public final class JavalinAdapter {
    private static final byte[] NOTHING = {};

    /** Bytes that socket buffers take at once. */
    private static final int SMALL = 2_048;

    private static final int FILE_BUFFER = 64 * 1024;

    private JavalinAdapter() {}

    public static HttpRequest request(Context context) {
        HttpServletRequest request = context.req();
        org.eclipse.jetty.server.Request wrapped = ServletContextRequest.getServletContextRequest(request);
        RoutedRequest known = Objects.requireNonNull(org.eclipse.jetty.server.Request.as(wrapped, RoutedRequest.class));
        return new HttpRequest(
                request.getMethod(),
                request.getRequestURI(),
                Query.of(request.getQueryString()),
                () -> FastPathHandler.remote(wrapped),
                header -> header(request, header.toString()),
                known.deadline(),
                OperatorAccess.CONNECTOR.equals(
                        known.getConnectionMetaData().getConnector().getName()),
                known.epoch());
    }

    private static @Nullable String header(HttpServletRequest request, String name) {
        List<String> values = Collections.list(request.getHeaders(name));
        return values.isEmpty() ? null : String.join(", ", values);
    }

    /** Writes a response through Jetty. */
    public static void write(Response response, HttpResponse answer, boolean isHead, Callback callback) {
        response.setStatus(answer.status());
        head(response, answer);
        // A write marked as the last would add a length, which a response without content must not have.
        ByteBuffer body = isHead || !answer.hasContent() ? null : ByteBuffer.wrap(answer.body());
        response.write(answer.hasContent(), body, callback);
    }

    /** Writes a part of a file through Jetty, at the client's speed. */
    static void write(Response response, HttpResponse answer, FilePart part, FileChannel file, Callback callback) {
        response.setStatus(answer.status());
        head(response, answer);
        ByteBufferPool.Sized pool =
                new ByteBufferPool.Sized(response.getRequest().getComponents().getByteBufferPool(), true, FILE_BUFFER);
        Content.copy(new FilePartSource(part, file, pool), response, Callback.from(callback, () -> IO.close(file)));
    }

    /**
     * Writes the head, with the current date: Jetty's is that of the request, which may lie before the document's last
     * change.
     */
    private static void head(Response response, HttpResponse answer) {
        // Content that has not arrived ends the connection, which the head must then say (RFC 9112 section 9.6).
        response.getRequest().consumeAvailable();
        HttpFields.Mutable fields = response.getHeaders();
        fields.add(answer.headers());
        fields.put(response.getRequest()
                .getConnectionMetaData()
                .getConnector()
                .getServer()
                .getDateField());
    }

    /**
     * Writes a response through the servlet, since Javalin's own result would add a length of 0 to a 304, and a type to
     * empty content.
     */
    public static void write(Context context, HttpResponse answer) throws IOException {
        FilePart file = context.req().getMethod().equals("HEAD") ? null : answer.file();
        FileChannel channel = file == null ? null : file.openIfSame();
        if (file != null && channel == null) {
            write(context, ProblemResponses.of(503, "the file is changing", Map.of("Retry-After", "1")));
            return;
        }
        context.result(NOTHING);
        HttpServletResponse response = context.res();
        response.reset();
        response.setStatus(answer.status());
        // Bypasses the servlet's setters, which would rewrite some fields.
        head(ServletContextResponse.getServletContextResponse(response).getWrapped(), answer);
        if (!answer.hasContent()) {
            // Flushed now, the response has no length; at the end of the request, Jetty would add one of 0.
            response.flushBuffer();
            return;
        }
        if (context.req().getMethod().equals("HEAD")) {
            if (answer.stream() != null) {
                // It has no length.
                response.flushBuffer();
            }
            return;
        }
        if (answer.stream() != null) {
            stream(context, answer.stream());
            return;
        }
        if (file != null && channel != null) {
            ServletFileSender sender =
                    new ServletFileSender(new FilePartReader(file, channel), response.getOutputStream());
            context.future(sender::send);
            return;
        }
        // Jetty cannot start asynchronous processing for a path that begins like an authority; no large document is at
        // such a path.
        if (answer.body().length < SMALL || context.req().getRequestURI().startsWith("//")) {
            response.getOutputStream().write(answer.body());
        } else {
            send(context, (HttpOutput) response.getOutputStream(), answer.body());
        }
    }

    /** Hands the open response over; until its end it needs no thread. */
    private static void stream(Context context, Consumer<ClientStream> content) {
        Response response =
                ServletContextResponse.getServletContextResponse(context.res()).getWrapped();
        context.future(() -> {
            ResponseStream stream = new ResponseStream(response);
            content.accept(stream);
            return stream.ended();
        });
    }

    /** Sends without blocking a thread while a slow client receives the bytes. */
    private static void send(Context context, HttpOutput output, byte[] body) {
        context.future(() -> {
            CompletableFuture<Void> sent = new CompletableFuture<>();
            output.sendContent(
                    ByteBuffer.wrap(body), Callback.from(() -> sent.complete(null), sent::completeExceptionally));
            return sent;
        });
    }
}
