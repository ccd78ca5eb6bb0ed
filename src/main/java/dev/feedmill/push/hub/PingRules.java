package dev.feedmill.push.hub;

import dev.feedmill.push.client.OutgoingUrl;
import dev.feedmill.setting.SettingValues;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * The operator's settings for hubs of others.
 *
 * @param hubs their URLs
 * @param pingAttempts how often a hub is told of a change that does not take it
 * @param pingPause until the second time; each further one waits four times as long
 */
public record PingRules(List<String> hubs, int pingAttempts, Duration pingPause) {
    public PingRules {
        hubs = List.copyOf(hubs);
    }

    public static PingRules of(SettingValues settings) {
        return new PingRules(
                settings.words(
                        "push.hubs", hub -> OutgoingUrl.parse(hub) != null, "must be http or https addresses of hubs"),
                settings.number("push.ping-attempts", 6, 1, 100),
                settings.duration("push.ping-pause", "10s", "1s", "1h"));
    }

    /** The URLs of the hubs, as they can be written into a header field. */
    public List<String> urls() {
        return hubs.stream()
                .map(OutgoingUrl::parse)
                .filter(Objects::nonNull)
                .map(OutgoingUrl::toString)
                .distinct()
                .toList();
    }

    /** The pause after so many attempts in vain, counted from 1. */
    Duration pause(int attempts) {
        return pingPause.multipliedBy(1L << Math.min(2 * (attempts - 1), 12));
    }
}
