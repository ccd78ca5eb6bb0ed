package dev.feedmill.http.hub;

import dev.feedmill.http.message.BusyException;
import dev.feedmill.http.message.ClientAddress;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.RequestHeader;
import dev.feedmill.library.sql.LibraryUnavailableException;
import dev.feedmill.push.hub.Hub;
import dev.feedmill.push.hub.HubReply;
import dev.feedmill.runtime.DeadlineExceededException;
import java.net.Inet6Address;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handler for requests to the hub. Its texts are plain, for developers (WebSub section 5.1.2). Subscribers are servers,
 * so that a page of another site may neither read a response nor send a form: each of its visitors would be another
 * client.
 */
public final class HubHandler {
    private static final Logger LOG = LoggerFactory.getLogger(HubHandler.class);
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Map<String, String> ALLOW = Map.of("Allow", "POST, OPTIONS");

    private static final int AT_ONCE = 8;

    private final Hub hub;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    public HubHandler(Hub hub) {
        this.hub = hub;
    }

    /** Most bytes of a form. */
    public int maxForm() {
        return (int) hub.rules().maxFormSize();
    }

    /** The response to a request that is answered without its body; null if its form must be read. */
    public @Nullable HttpResponse early(HttpRequest request) {
        return switch (request.method()) {
            case "POST" -> refusal(request);
            case "OPTIONS" -> HttpResponse.withoutContent(204, ALLOW);
            default -> text(405, "this is a WebSub hub: POST hub.mode, hub.topic and hub.callback as a form", ALLOW);
        };
    }

    private static @Nullable HttpResponse refusal(HttpRequest request) {
        if (request.header(RequestHeader.ORIGIN) != null) {
            return text(403, "a page in a browser cannot subscribe", Map.of());
        }
        String type = request.header(RequestHeader.CONTENT_TYPE);
        boolean isForm = type != null
                && type.split(";", -1)[0].strip().toLowerCase(Locale.ROOT).equals(FORM);
        return isForm ? null : text(415, "the body must be a form, " + FORM, Map.of());
    }

    /** The response to a form. Few are looked at at once, so that requests for feeds find a thread. */
    public HttpResponse answer(HttpRequest request, byte[] form) {
        if (!turns.tryAcquire()) {
            return text(503, "too many ask at once", Map.of("Retry-After", "10"));
        }
        try {
            return answered(request, form);
        } finally {
            turns.release();
        }
    }

    private HttpResponse answered(HttpRequest request, byte[] form) {
        try {
            HubReply reply = hub.ask(HubForm.parse(form, client(ClientAddress.of(request))));
            return text(
                    reply.status(),
                    reply.text(),
                    reply.retryAfter() == 0 ? Map.of() : Map.of("Retry-After", Long.toString(reply.retryAfter())));
        } catch (HubForm.WrongFormException e) {
            return text(400, String.valueOf(e.getMessage()), Map.of());
        } catch (LibraryUnavailableException | BusyException | DeadlineExceededException e) {
            LOG.debug("the hub cannot take a request now", e);
            return text(503, "this is not possible now", Map.of("Retry-After", "10"));
        } catch (RuntimeException e) {
            LOG.error("a request to the hub failed", e);
            return text(500, "this is a fault of the hub", Map.of());
        }
    }

    /** The name of a client; one has a whole network of 64 bits of IPv6. */
    private static String client(@Nullable Object address) {
        if (address instanceof Inet6Address six) {
            return HexFormat.of().formatHex(six.getAddress(), 0, 8);
        }
        return address == null ? "" : address.toString();
    }

    /** The response to a form that was not read. */
    public HttpResponse unread(boolean isTooLong) {
        Map<String, String> closed = Map.of("Connection", "close");
        return isTooLong
                ? text(413, "the form must have at most " + maxForm() + " bytes", closed)
                : text(408, "the form did not arrive in time", closed);
    }

    private static HttpResponse text(int status, String text, Map<String, String> more) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "text/plain; charset=utf-8");
        headers.put("Cache-Control", "no-store");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.putAll(more);
        return HttpResponse.content(status, headers, (text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
