package dev.feedmill.push.client;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of an outgoing request. */
public sealed interface Outcome {
    /** Whether there is a response with a status from 200 to 299. */
    default boolean isSuccess() {
        return this instanceof Answered answered && answered.status() / 100 == 2;
    }

    /** How long a response asks to wait before the next request; zero if it does not say, or says a date. */
    default Duration retryAfter() {
        String field = this instanceof Answered answered ? answered.field("Retry-After") : null;
        return field != null && field.matches("[0-9]{1,5}")
                ? Duration.ofSeconds(Integer.parseInt(field))
                : Duration.ZERO;
    }

    /** Says in a few words what happened, for logs. */
    String said();

    /**
     * A response.
     *
     * @param fields header fields by their names in lower case, several of one name joined with commas
     * @param body its beginning, if it is longer than what is read of one
     * @param isWhole whether that is all of it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answered(int status, Map<String, String> fields, byte[] body, boolean isWhole) implements Outcome {
        /** The value of a header field; null if there is none. */
        public @Nullable String field(String name) {
            return fields.get(name.toLowerCase(Locale.ROOT));
        }

        @Override
        public String said() {
            return "status " + status;
        }
    }

    /** No response. */
    record Failed(Reason reason) implements Outcome {
        @Override
        public String said() {
            return reason.said;
        }
    }

    /** Why there is no response. */
    enum Reason {
        REFUSED_ADDRESS("its address is not public"),
        UNKNOWN_HOST("its host has no address"),
        NO_CONNECTION("its host cannot be connected to"),
        /** The host did not prove who it is. */
        TLS("its host has no valid certificate"),
        TIMEOUT("it took too long"),
        /** The response broke off, or was none. */
        BROKEN("its response broke off"),
        /** The requests before it had no answer, so that it was not sent. */
        HOST_DOWN("its host does not answer"),
        /** Too many requests wait already. */
        BUSY("too many requests wait"),
        /** The client is closed. */
        CLOSED("the server stops");

        private final String said;

        Reason(String said) {
            this.said = said;
        }
    }
}
