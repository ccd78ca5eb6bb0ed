package dev.feedmill.push.hub;

import dev.feedmill.library.subscription.Intent;
import dev.feedmill.library.subscription.Refusal;
import dev.feedmill.library.subscription.Subscriptions;
import dev.feedmill.library.subscription.WaitingIntent;
import dev.feedmill.push.client.Outcome;
import dev.feedmill.push.client.OutgoingClient;
import dev.feedmill.push.client.OutgoingRequest;
import dev.feedmill.push.client.OutgoingUrl;
import dev.feedmill.web.PercentCoding;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks callbacks whether they want what somebody asked for them (WebSub section 5.3), on a thread of its own, which does
 * all that the library must be asked for; the requests themselves wait for no thread.
 */
final class IntentVerifier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IntentVerifier.class);

    /** Most callbacks that are asked at the same time. */
    private static final int AT_ONCE = 200;

    private static final int CHALLENGE_BYTES = 24;

    private final Subscriptions subscriptions;
    private final TopicPaths topics;
    private final OutgoingClient client;
    private final SubscriptionRules.Verification rules;
    private final Runnable subscribed;
    private final SecureRandom random = new SecureRandom();
    private final Set<Long> asked = new HashSet<>();
    private final AnswerLoop<Answer> loop;

    private record Answer(WaitingIntent waiting, String challenge, Outcome outcome) {}

    IntentVerifier(
            Subscriptions subscriptions,
            TopicPaths topics,
            OutgoingClient client,
            SubscriptionRules.Verification rules,
            Runnable subscribed) {
        this.subscriptions = subscriptions;
        this.topics = topics;
        this.client = client;
        this.rules = rules;
        this.subscribed = subscribed;
        this.loop = new AnswerLoop<>("hub-intents", this::take, List.of(this::askDue, subscriptions::clean));
    }

    void start() {
        loop.start();
    }

    /** Looks at once at what is due. */
    void wake() {
        loop.wake();
    }

    private void askDue() {
        int free = AT_ONCE - asked.size();
        if (free <= 0) {
            return;
        }
        // Those that are asked already are due still.
        subscriptions.due(asked.size() + free).stream()
                .filter(waiting -> !asked.contains(waiting.number()))
                .limit(free)
                .forEach(this::check);
    }

    /** Asks the callback, unless the feed has gone since the first time: that was when the request was taken. */
    private void check(WaitingIntent waiting) {
        Intent intent = waiting.intent();
        try {
            if (waiting.attempts() == 0
                    || intent.mode() == Intent.Mode.UNSUBSCRIBE
                    || topics.path(intent.topic().asked()) != null) {
                ask(waiting);
            } else {
                subscriptions.fail(waiting.number(), rules.failurePause());
                deny(intent, "there is no such feed any more");
            }
        } catch (RuntimeException e) {
            LOG.debug("{}: the feed cannot be looked up now", intent, e);
            retry(waiting);
        }
    }

    private void ask(WaitingIntent waiting) {
        Intent intent = waiting.intent();
        OutgoingUrl callback =
                Objects.requireNonNull(OutgoingUrl.parse(intent.callback().url()));
        byte[] bytes = new byte[CHALLENGE_BYTES];
        random.nextBytes(bytes);
        String challenge = HexFormat.of().formatHex(bytes);
        String lease = intent.mode() == Intent.Mode.SUBSCRIBE
                ? "&hub.lease_seconds=" + intent.lease().toSeconds()
                : "";
        String parameters = parameters(intent.mode().name().toLowerCase(Locale.ROOT), intent) + "&hub.challenge="
                + challenge + lease;
        asked.add(waiting.number());
        CompletionStage<Outcome> sent = client.send(OutgoingRequest.get(callback.with(parameters)));
        sent.thenAccept(outcome -> loop.add(new Answer(waiting, challenge, outcome)));
    }

    private static String parameters(String mode, Intent intent) {
        return "hub.mode=" + mode + "&hub.topic="
                + PercentCoding.encode(intent.topic().asked());
    }

    private void take(Answer answer) {
        try {
            settle(answer);
        } finally {
            asked.remove(answer.waiting().number());
        }
    }

    private void settle(Answer answer) {
        WaitingIntent waiting = answer.waiting();
        Intent intent = waiting.intent();
        if (isConfirmed(answer)) {
            Refusal refusal = subscriptions.confirm(waiting.number());
            LOG.debug("{}: {}", intent, refusal == null ? "confirmed" : refusal.said());
            if (refusal == null) {
                subscribed.run();
            } else {
                deny(intent, refusal.said());
            }
        } else {
            LOG.debug("{}: not confirmed, {}", intent, answer.outcome().said());
            if (mayConfirmLater(answer.outcome())) {
                retry(waiting);
            } else {
                subscriptions.fail(waiting.number(), rules.failurePause());
            }
        }
    }

    /** Has the callback asked again, each time later, and not for ever. */
    private void retry(WaitingIntent waiting) {
        int attempts = waiting.attempts() + 1;
        if (attempts < rules.verifyAttempts()) {
            subscriptions.postpone(waiting.number(), rules.pause(attempts));
        } else {
            subscriptions.fail(waiting.number(), rules.failurePause());
        }
    }

    private static boolean isConfirmed(Answer answer) {
        return answer.outcome() instanceof Outcome.Answered response
                && response.isSuccess()
                && response.isWhole()
                && Arrays.equals(response.body(), answer.challenge().getBytes(StandardCharsets.US_ASCII));
    }

    /** Whether the callback neither confirmed nor declined. */
    private static boolean mayConfirmLater(Outcome outcome) {
        if (outcome instanceof Outcome.Answered response) {
            return response.status() >= 500 || response.status() == 429 || response.status() == 408;
        }
        return outcome instanceof Outcome.Failed failed && failed.reason() != Outcome.Reason.REFUSED_ADDRESS;
    }

    /** Tells a callback that it gets no subscription (WebSub section 5.2). Whether it hears that does not matter. */
    private void deny(Intent intent, String reason) {
        OutgoingUrl callback =
                Objects.requireNonNull(OutgoingUrl.parse(intent.callback().url()));
        String parameters = parameters("denied", intent) + "&hub.reason=" + PercentCoding.encode(reason);
        CompletionStage<Outcome> sent = client.send(OutgoingRequest.get(callback.with(parameters)));
        sent.thenAccept(outcome -> LOG.debug("{}: denied, {}", intent, outcome.said()));
    }

    @Override
    public void close() {
        loop.close();
    }
}
