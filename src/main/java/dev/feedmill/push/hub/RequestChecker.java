package dev.feedmill.push.hub;

import dev.feedmill.library.subscription.Intent;
import dev.feedmill.library.subscription.Subscriptions;
import dev.feedmill.push.client.OutgoingUrl;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes an intent of a request, or says what is wrong with it (WebSub section 5.1). */
final class RequestChecker {
    /** Bytes that a secret must stay below. */
    private static final int SECRET = 200;

    /** Digits of a number of seconds that a {@link Duration} surely holds. */
    private static final int DIGITS = 15;

    private final SubscriptionRules rules;
    private final TopicPaths topics;
    private final Subscriptions subscriptions;

    RequestChecker(SubscriptionRules rules, TopicPaths topics, Subscriptions subscriptions) {
        this.rules = rules;
        this.topics = topics;
        this.subscriptions = subscriptions;
    }

    /** Says what is wrong. */
    static final class WrongRequestException extends Exception {
        private static final long serialVersionUID = 1L;

        WrongRequestException(String text) {
            super(text);
        }
    }

    Intent intent(HubRequest request) throws WrongRequestException {
        Intent.Mode mode = mode(request.mode());
        String url = required("hub.callback", request.callback());
        OutgoingUrl callback = OutgoingUrl.parse(url);
        require(callback != null, "hub.callback must be an http or https URL with a host and without a user");
        require(url.indexOf('#') < 0, "hub.callback must have no fragment");
        String secret = Optional.ofNullable(request.secret()).orElse("");
        require(
                secret.getBytes(StandardCharsets.UTF_8).length < SECRET,
                "hub.secret must have less than " + SECRET + " bytes");
        Duration lease = mode == Intent.Mode.SUBSCRIBE ? lease(request.lease()) : Duration.ZERO;
        String asked = required("hub.topic", request.topic());
        String path = path(mode, asked, url);
        return new Intent(
                mode,
                new Intent.Topic(path, asked),
                new Intent.Callback(url, callback == null ? "" : callback.host()),
                secret,
                lease);
    }

    private static Intent.Mode mode(@Nullable String written) throws WrongRequestException {
        if ("subscribe".equals(written)) {
            return Intent.Mode.SUBSCRIBE;
        }
        require("unsubscribe".equals(written), "hub.mode must be subscribe or unsubscribe");
        return Intent.Mode.UNSUBSCRIBE;
    }

    private String required(String name, @Nullable String value) throws WrongRequestException {
        if (value == null || value.isEmpty()) {
            throw new WrongRequestException(name + " is missing");
        }
        require(
                value.length() <= rules.maxUrlLength(),
                name + " must have at most " + rules.maxUrlLength() + " characters");
        return value;
    }

    private Duration lease(@Nullable String seconds) throws WrongRequestException {
        if (seconds == null || seconds.isEmpty()) {
            return rules.leases().nearest(rules.leases().lease());
        }
        require(seconds.matches("0*[1-9][0-9]*"), "hub.lease_seconds must be a positive number of seconds");
        String digits = seconds.replaceFirst("^0+", "");
        return digits.length() > DIGITS
                ? rules.leases().maxLease()
                : rules.leases().nearest(Duration.ofSeconds(Long.parseLong(digits)));
    }

    /** The path of a topic. A subscription to one that is gone can still be ended. */
    private String path(Intent.Mode mode, String asked, String callback) throws WrongRequestException {
        String path = topics.path(asked);
        if (path == null && mode == Intent.Mode.UNSUBSCRIBE) {
            path = subscriptions.path(asked, callback);
        }
        if (path == null) {
            throw new WrongRequestException("hub.topic must be the address of a feed of this server");
        }
        return path;
    }

    private static void require(boolean holds, String text) throws WrongRequestException {
        if (!holds) {
            throw new WrongRequestException(text);
        }
    }
}
