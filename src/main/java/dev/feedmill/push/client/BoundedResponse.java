package dev.feedmill.push.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.jspecify.annotations.Nullable;

/** Reads a response up to a limit, and then gives it up: nobody needs the rest of an endless one. */
final class BoundedResponse implements Response.Listener {
    private final int maxBytes;
    private final Consumer<Outcome> end;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(0);
    private boolean isCut;

    /** @param end called once */
    BoundedResponse(int maxBytes, Consumer<Outcome> end) {
        this.maxBytes = maxBytes;
        this.end = end;
    }

    @Override
    public void onContent(Response response, ByteBuffer content) {
        byte[] read = new byte[Math.min(content.remaining(), maxBytes - body.size())];
        content.get(read);
        body.writeBytes(read);
        if (content.hasRemaining()) {
            content.position(content.limit());
            isCut = true;
            // The end is told to onComplete.
            CompletableFuture<Boolean> unused = response.abort(new IOException("the response is too long"));
        }
    }

    @Override
    public void onComplete(Result result) {
        // A server may answer, and hang up, before it has read the request.
        boolean isAnswered = isCut
                || (result.getResponse() != null
                        && result.getResponse().getStatus() > 0
                        && result.getResponseFailure() == null);
        end.accept(isAnswered ? answered(result.getResponse()) : failed(result.getFailure()));
    }

    private Outcome answered(Response response) {
        Map<String, String> fields = new HashMap<>();
        response.getHeaders()
                .forEach(field -> fields.merge(
                        field.getName().toLowerCase(Locale.ROOT),
                        field.getValue() == null ? "" : field.getValue(),
                        (one, other) -> one + ", " + other));
        return new Outcome.Answered(response.getStatus(), Map.copyOf(fields), body.toByteArray(), !isCut);
    }

    /** The outcome of a request that failed so. */
    static Outcome failed(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Outcome.Reason reason = reason(cause);
            if (reason != null) {
                return new Outcome.Failed(reason);
            }
        }
        return new Outcome.Failed(Outcome.Reason.BROKEN);
    }

    private static Outcome.@Nullable Reason reason(Throwable cause) {
        if (cause instanceof CheckedResolver.RefusedAddressException) {
            return Outcome.Reason.REFUSED_ADDRESS;
        }
        if (cause instanceof CheckedResolver.BusyException) {
            return Outcome.Reason.BUSY;
        }
        if (cause instanceof UnknownHostException) {
            return Outcome.Reason.UNKNOWN_HOST;
        }
        if (cause instanceof TimeoutException || cause instanceof SocketTimeoutException) {
            return Outcome.Reason.TIMEOUT;
        }
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return Outcome.Reason.NO_CONNECTION;
        }
        return cause instanceof SSLException ? Outcome.Reason.TLS : null;
    }
}
