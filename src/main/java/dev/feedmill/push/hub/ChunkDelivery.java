package dev.feedmill.push.hub;

import dev.feedmill.library.delivery.Chunk;
import dev.feedmill.library.delivery.ChunkResult;
import dev.feedmill.library.delivery.Recipient;
import dev.feedmill.library.delivery.TopicVersion;
import dev.feedmill.push.client.Outcome;
import dev.feedmill.push.client.OutgoingClient;
import dev.feedmill.push.client.OutgoingRequest;
import dev.feedmill.push.client.OutgoingUrl;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The delivery to the subscribers of one chunk, while it goes on. Thread-safe. */
final class ChunkDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(ChunkDelivery.class);
    private static final int GONE = 410;

    private final Chunk chunk;
    private final TopicVersion version;
    private final Consumer<ChunkDelivery> end;
    private final List<Long> reached = new ArrayList<>();
    private final List<Long> gone = new ArrayList<>();
    private final List<Long> failed = new ArrayList<>();
    private final List<Long> deferred = new ArrayList<>();
    private int open;

    /**
     * Prepares a delivery.
     *
     * @param version that subscribers have after it
     * @param end called once all were tried
     */
    ChunkDelivery(Chunk chunk, TopicVersion version, Consumer<ChunkDelivery> end) {
        this.chunk = chunk;
        this.version = version;
        this.end = end;
    }

    Chunk chunk() {
        return chunk;
    }

    /** Leaves recipients for later. */
    void defer(Set<Recipient> recipients) {
        recipients.forEach(recipient -> deferred.add(recipient.subscription()));
    }

    /** Ends without a request, since these subscribers lack nothing that can be said. */
    void skip(List<Recipient> recipients) {
        recipients.forEach(recipient -> reached.add(recipient.subscription()));
        end.accept(this);
    }

    /**
     * Sends a body.
     *
     * @param hub URL of the hub
     */
    void send(OutgoingClient client, List<Recipient> recipients, String type, String hub, byte[] body) {
        // One more, so that it cannot end before all are sent.
        open = recipients.size() + 1;
        for (Recipient recipient : recipients) {
            OutgoingUrl callback = OutgoingUrl.parse(recipient.callback());
            if (callback == null) {
                note(recipient, new Outcome.Failed(Outcome.Reason.UNKNOWN_HOST));
                continue;
            }
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("Link", "<" + hub + ">; rel=\"hub\", <" + recipient.topic() + ">; rel=\"self\"");
            if (!recipient.secret().isEmpty()) {
                fields.put(Signature.FIELD, Signature.of(recipient.secret(), body));
            }
            CompletableFuture<Void> unused = client.send(OutgoingRequest.post(callback, type, fields, body))
                    .thenAccept(outcome -> note(recipient, outcome));
        }
        close();
    }

    private void note(Recipient recipient, Outcome outcome) {
        synchronized (this) {
            list(outcome).add(recipient.subscription());
        }
        if (!outcome.isSuccess()) {
            LOG.debug(
                    "{} was not delivered to subscription {}: {}",
                    chunk.path(),
                    recipient.subscription(),
                    outcome.said());
        }
        close();
    }

    private List<Long> list(Outcome outcome) {
        if (outcome.isSuccess()) {
            return reached;
        }
        if (outcome instanceof Outcome.Failed without) {
            boolean isUntried = without.reason() == Outcome.Reason.BUSY || without.reason() == Outcome.Reason.CLOSED;
            return isUntried ? deferred : failed;
        }
        return outcome instanceof Outcome.Answered answered && answered.status() == GONE ? gone : failed;
    }

    private void close() {
        boolean isOver;
        synchronized (this) {
            isOver = --open == 0;
        }
        if (isOver) {
            end.accept(this);
        }
    }

    /**
     * What became of it.
     *
     * @param again when the failed ones are tried again
     */
    synchronized ChunkResult result(Instant again) {
        return new ChunkResult(
                version, List.copyOf(reached), List.copyOf(gone), List.copyOf(failed), List.copyOf(deferred), again);
    }
}
