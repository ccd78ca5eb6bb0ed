package dev.feedmill.push.hub;

import dev.feedmill.library.sql.LibraryUnavailableException;
import dev.feedmill.library.subscription.DuePing;
import dev.feedmill.library.subscription.Pings;
import dev.feedmill.push.client.Outcome;
import dev.feedmill.push.client.OutgoingClient;
import dev.feedmill.push.client.OutgoingRequest;
import dev.feedmill.push.client.OutgoingUrl;
import dev.feedmill.web.PercentCoding;
import dev.feedmill.web.ServerUrl;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells hubs of others which feeds have changed, on a thread of its own. The Recommendation leaves open how; this is what
 * PubSubHubbub 0.4 asks for ({@code hub.mode=publish}), with the feed's URL under both names that hubs know.
 */
public final class HubPinger implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HubPinger.class);

    /** Most hubs that are told at the same time. */
    private static final int AT_ONCE = 50;

    /** Feeds that are looked at in one round. */
    private static final int STALE_AT_ONCE = 50;

    private final Pings pings;
    private final Site site;
    private final OutgoingClient client;
    private final PingRules rules;
    private final Set<DuePing> told = new HashSet<>();
    private final AnswerLoop<Answer> loop = new AnswerLoop<>("hub-pings", this::take, List.of(this::look));

    /**
     * The feeds of this server.
     *
     * @param isReady whether the folder was read, so that its first articles are no news
     * @param paths of the feeds of terms, by the numbers of these
     */
    public record Site(
            ServerUrl server, TopicSource topics, BooleanSupplier isReady, Function<Set<Long>, Set<String>> paths) {}

    private record Answer(DuePing ping, Outcome outcome) {}

    /** @param client is closed with it */
    public HubPinger(Pings pings, Site site, OutgoingClient client, PingRules rules) {
        this.pings = pings;
        this.site = site;
        this.client = client;
        this.rules = rules;
    }

    /** Starts to tell. */
    public void start() {
        loop.start();
    }

    private void look() {
        if (!site.isReady().getAsBoolean()) {
            return;
        }
        if (pings.noteChanges(site.paths())) {
            LOG.debug("hubs may have to be told of feeds");
        }
        for (String path : pings.stale(STALE_AT_ONCE)) {
            pings.examined(path, digest(path), rules.urls());
        }
        // Those that are told already are due still.
        pings.due(told.size() + AT_ONCE).stream()
                .filter(ping -> !told.contains(ping))
                .limit(Math.max(0, AT_ONCE - told.size()))
                .forEach(this::tell);
    }

    /** The digest of a feed; empty if there is none, or if it cannot be rendered until it changes. */
    private String digest(String path) {
        try {
            @Nullable TopicContent now = site.topics().now(path);
            return now == null ? "" : now.digest();
        } catch (LibraryUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("{} could not be rendered, so that no hub is told of it", path, e);
            return "";
        }
    }

    private void tell(DuePing ping) {
        OutgoingUrl hub = OutgoingUrl.parse(ping.hub());
        if (hub == null || !rules.urls().contains(ping.hub())) {
            // The settings do not name it any more.
            pings.end(ping);
            return;
        }
        String url = PercentCoding.encode(site.server().url(ping.path().substring(1)));
        byte[] form = ("hub.mode=publish&hub.url=" + url + "&hub.topic=" + url).getBytes(StandardCharsets.US_ASCII);
        told.add(ping);
        CompletionStage<Outcome> sent =
                client.send(OutgoingRequest.post(hub, "application/x-www-form-urlencoded", Map.of(), form));
        sent.thenAccept(outcome -> loop.add(new Answer(ping, outcome)));
    }

    private void take(Answer answer) {
        try {
            settle(answer);
        } finally {
            told.remove(answer.ping());
        }
    }

    private void settle(Answer answer) {
        DuePing ping = answer.ping();
        if (answer.outcome().isSuccess()) {
            LOG.debug("{} was told of {}", ping.hub(), ping.path());
            pings.end(ping);
        } else if (ping.attempts() + 1 < rules.pingAttempts()) {
            LOG.debug(
                    "{} was not told of {}: {}",
                    ping.hub(),
                    ping.path(),
                    answer.outcome().said());
            pings.postpone(ping, rules.pause(ping.attempts() + 1));
        } else {
            LOG.info(
                    "{} was not told of {}: {}",
                    ping.hub(),
                    ping.path(),
                    answer.outcome().said());
            pings.end(ping);
        }
    }

    @Override
    public void close() {
        loop.close();
        client.close();
    }
}
