package dev.feedmill.push.hub;

import dev.feedmill.library.sql.Database;
import dev.feedmill.library.subscription.Intent;
import dev.feedmill.library.subscription.Refusal;
import dev.feedmill.library.subscription.SubscriptionCounts;
import dev.feedmill.library.subscription.Subscriptions;
import dev.feedmill.push.client.OutgoingClient;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A WebSub hub for the feeds of this server. Thread-safe. */
public final class Hub implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);

    private final SubscriptionRules rules;
    private final Subscriptions subscriptions;
    private final RequestChecker checker;
    private final IntentVerifier verifier;
    private final Distributor distributor;

    /**
     * Creates a hub.
     *
     * @param distributor is closed with the hub
     */
    public Hub(
            SubscriptionRules rules,
            Database database,
            InstantSource clock,
            TopicPaths topics,
            OutgoingClient client,
            Distributor distributor) {
        this.rules = rules;
        this.distributor = distributor;
        this.subscriptions = new Subscriptions(database, clock, rules.limits());
        this.checker = new RequestChecker(rules, topics, subscriptions);
        this.verifier = new IntentVerifier(subscriptions, topics, client, rules.verification(), distributor::wake);
    }

    public SubscriptionRules rules() {
        return rules;
    }

    /** Begins to ask callbacks, and to deliver to them. */
    public void start() {
        distributor.start();
        verifier.start();
    }

    /**
     * Takes a request to subscribe or unsubscribe. What it wants is done once its callback has confirmed it.
     *
     * @throws RuntimeException if that is not possible now
     */
    public HubReply ask(HubRequest request) {
        Intent intent;
        try {
            intent = checker.intent(request);
        } catch (RequestChecker.WrongRequestException e) {
            return HubReply.wrong(String.valueOf(e.getMessage()));
        }
        Refusal refusal =
                subscriptions.ask(intent, request.client(), rules.verification().verifyPause());
        LOG.debug("{}: {}", intent, refusal == null ? "its callback will be asked" : refusal.said());
        if (refusal == null) {
            verifier.wake();
            return HubReply.accepted();
        }
        long pause = rules.verification().failurePause().toSeconds();
        return switch (refusal) {
            case TOO_MANY_INTENTS, TOO_MANY, TOO_MANY_TOPICS -> new HubReply(503, refusal.said(), pause);
            default -> new HubReply(429, refusal.said(), pause);
        };
    }

    public SubscriptionCounts counts() {
        return subscriptions.counts();
    }

    @Override
    public void close() {
        verifier.close();
        distributor.close();
    }
}
