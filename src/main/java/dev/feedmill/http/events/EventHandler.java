package dev.feedmill.http.events;

import dev.feedmill.address.Parameter;
import dev.feedmill.http.message.BadParameterException;
import dev.feedmill.http.message.ClientAddress;
import dev.feedmill.http.message.HttpRequest;
import dev.feedmill.http.message.HttpResponse;
import dev.feedmill.http.message.ProblemResponses;
import dev.feedmill.http.message.RequestHeader;
import dev.feedmill.http.message.ServerRules;
import dev.feedmill.http.query.SelectionRequest;
import dev.feedmill.http.query.SelectionRequestParser;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Handler for {@code /events}: what changes for the selections of {@code /latest}, from now on or after a change. */
public final class EventHandler {
    /** The type of a stream. */
    public static final String MEDIA_TYPE = "text/event-stream";

    private static final Map<String, String> FIELDS = Map.of(
            "Content-Type",
            MEDIA_TYPE + "; charset=utf-8",
            "Cache-Control",
            "no-store",
            // Tells nginx not to collect the response.
            "X-Accel-Buffering",
            "no",
            "X-Content-Type-Options",
            "nosniff");

    private static final Map<String, String> LATER = Map.of("Retry-After", "60");

    private final SelectionRequestParser parser;
    private final EventStreams streams;
    private final ServerRules.Events rules;

    public EventHandler(SelectionRequestParser parser, EventStreams streams, ServerRules.Events rules) {
        this.parser = parser;
        this.streams = streams;
        this.rules = rules;
    }

    /** The open streams. */
    public EventStreams streams() {
        return streams;
    }

    public HttpResponse answer(HttpRequest request) {
        if (!rules.isOn()) {
            return ProblemResponses.of(404, "there is nothing at this address");
        }
        try {
            // Needs no canonical address, since nothing is cached.
            SelectionRequest selection = parser.latest(request.query());
            Object address = ClientAddress.of(request);
            if (streams.isFull()) {
                return ProblemResponses.of(503, "there are too many open streams", LATER);
            }
            if (address != null && streams.isGreedy(address)) {
                return ProblemResponses.of(429, "close another stream first", LATER);
            }
            long last = streams.last();
            String id = lastId(request);
            long seen = id == null ? last : number(id, last);
            byte[] begin = seen < 0 ? reset(last) : EventText.begin(seen);
            return HttpResponse.stream(
                    FIELDS, stream -> streams.open(stream, selection, address, seen < 0 ? last : seen, begin));
        } catch (BadParameterException e) {
            return e.answer();
        }
    }

    /** The field comes first: browsers send it when they come back to an address that names an older one. */
    private static @Nullable String lastId(HttpRequest request) {
        String field = request.header(RequestHeader.LAST_EVENT_ID);
        return field == null || field.isBlank() ? request.query().last(Parameter.LAST_EVENT_ID) : field;
    }

    /** The number that an id stands for; negative if it is none of this library. */
    private static long number(String id, long last) {
        String digits = id.strip();
        long number = digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : -1;
        return number > last ? -1 : number;
    }

    private static byte[] reset(long last) {
        return EventText.begin(last, EventText.reset(last));
    }
}
