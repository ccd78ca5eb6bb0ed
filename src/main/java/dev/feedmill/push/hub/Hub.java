package dev.feedmill.push.hub;

import dev.feedmill.library.delivery.Deliveries;
import dev.feedmill.library.subscription.Intent;
import dev.feedmill.library.subscription.Refusal;
import dev.feedmill.library.subscription.SubscriptionCounts;
import dev.feedmill.library.subscription.Subscriptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A WebSub hub for the feeds of this server, where subscribers ask for what {@link HubWorkers} do. Thread-safe. */
public final class Hub {
    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);

    private final SubscriptionRules rules;
    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final RequestChecker checker;
    private final TopicPaths topics;
    private volatile Runnable asked = () -> {};

    public Hub(SubscriptionRules rules, Subscriptions subscriptions, Deliveries deliveries, TopicPaths topics) {
        this.rules = rules;
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.topics = topics;
        this.checker = new RequestChecker(rules, topics, subscriptions);
    }

    public SubscriptionRules rules() {
        return rules;
    }

    Subscriptions subscriptions() {
        return subscriptions;
    }

    TopicPaths topics() {
        return topics;
    }

    /** Sets what is called when there is another intent to verify. */
    void onAsked(Runnable listener) {
        asked = listener;
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
            asked.run();
            return HubReply.accepted();
        }
        long pause = rules.verification().failurePause().toSeconds();
        return switch (refusal) {
            case TOO_MANY_INTENTS, TOO_MANY, TOO_MANY_TOPICS -> new HubReply(503, refusal.said(), pause);
            default -> new HubReply(429, refusal.said(), pause);
        };
    }

    public HubCounts counts() {
        SubscriptionCounts some = subscriptions.counts();
        return new HubCounts(some.topics(), some.subscriptions(), some.intents(), deliveries.waiting());
    }
}
