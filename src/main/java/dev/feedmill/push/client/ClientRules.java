package dev.feedmill.push.client;

import dev.feedmill.setting.SettingValues;
import java.time.Duration;

/**
 * The operator's settings for outgoing requests.
 *
 * @param privateNetworks whether addresses that are not public may be connected to
 * @param connectTime until a connection stands
 * @param exchangeTime until the response is complete, from the moment the request leaves the queue
 * @param maxConnections in all
 * @param maxConnectionsPerHost to one host
 * @param maxWaitingRequests in the queue; more are refused
 * @param maxResponseSize most bytes of a response's body that are read
 * @param maxLookUps names of hosts that are looked up at once; those that take longer than a second do not count
 */
public record ClientRules(
        boolean privateNetworks,
        Duration connectTime,
        Duration exchangeTime,
        int maxConnections,
        int maxConnectionsPerHost,
        int maxWaitingRequests,
        long maxResponseSize,
        int maxLookUps) {
    public static ClientRules of(SettingValues settings) {
        return new ClientRules(
                settings.yes("push.private-networks", false),
                settings.duration("push.connect-time", "5s", "100ms", "1m"),
                settings.duration("push.exchange-time", "10s", "100ms", "10m"),
                settings.number("push.max-connections", 1_000, 2, 100_000),
                settings.number("push.max-connections-per-host", 8, 1, 1_000),
                settings.number("push.max-waiting-requests", 10_000, 0, 1_000_000),
                settings.size("push.max-response-size", "16kB", "1kB", "10MB"),
                settings.number("push.max-look-ups", 32, 1, 1_000));
    }

    /** A copy for addresses that the operator names. */
    public ClientRules withPrivateNetworks() {
        return new ClientRules(
                true,
                connectTime,
                exchangeTime,
                maxConnections,
                maxConnectionsPerHost,
                maxWaitingRequests,
                maxResponseSize,
                maxLookUps);
    }

    /** The most exchanges at once: the other half of the connections may be idle. */
    int maxExchanges() {
        return maxConnections / 2;
    }
}
