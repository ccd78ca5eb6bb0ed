package dev.feedmill.config;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The settings that a running server cannot change: its sockets and the addresses made of them, its folder and its
 * library, its requests to other servers, and what threads and tables are sized by.
 */
public final class RestartSettings {
    private static final Map<String, Function<Settings, Object>> VALUES = new TreeMap<>(Map.ofEntries(
            Map.entry("articles.folder", settings -> settings.articles().folder()),
            Map.entry("articles.scan-interval", settings -> settings.following().scanInterval()),
            Map.entry("articles.settle-time", settings -> settings.following().settleTime()),
            Map.entry("articles.write-pause", settings -> settings.following().writePause()),
            Map.entry("feeds.remember-tags", settings -> settings.stored().tagsKept()),
            Map.entry("library.data", settings -> settings.library().data()),
            Map.entry("nodes.drain-time", settings -> settings.nodes().drainTime()),
            Map.entry("nodes.enabled", settings -> settings.nodes().enabled()),
            Map.entry("nodes.lease-time", settings -> settings.nodes().leaseTime()),
            Map.entry("nodes.max-wait", settings -> settings.nodes().maxWait()),
            Map.entry("library.lease-time", settings -> settings.library().leaseTime()),
            Map.entry(
                    "library.accept-other-folder",
                    settings -> settings.library().acceptOtherFolder()),
            Map.entry(
                    "limits.concurrent-answers",
                    settings -> settings.serving().limits().makers()),
            Map.entry(
                    "limits.waiting-requests",
                    settings -> settings.serving().limits().waiting()),
            Map.entry("push.connect-time", settings -> settings.outgoing().connectTime()),
            Map.entry("push.exchange-time", settings -> settings.outgoing().exchangeTime()),
            Map.entry(
                    "push.failure-pause",
                    settings -> settings.subscribing().verification().failurePause()),
            Map.entry("push.hub", settings -> settings.subscribing().hub()),
            Map.entry("push.lease", settings -> settings.subscribing().leases().lease()),
            Map.entry("push.max-form-size", settings -> settings.subscribing().maxFormSize()),
            Map.entry(
                    "push.max-intents",
                    settings -> settings.subscribing().limits().maxIntents()),
            Map.entry(
                    "push.max-intents-per-client",
                    settings -> settings.subscribing().limits().maxIntentsPerClient()),
            Map.entry(
                    "push.max-intents-per-host",
                    settings -> settings.subscribing().limits().maxIntentsPerHost()),
            Map.entry(
                    "push.max-lease",
                    settings -> settings.subscribing().leases().maxLease()),
            Map.entry(
                    "push.max-per-host",
                    settings -> settings.subscribing().limits().maxPerHost()),
            Map.entry(
                    "push.max-per-topic",
                    settings -> settings.subscribing().limits().maxPerTopic()),
            Map.entry(
                    "push.max-subscriptions",
                    settings -> settings.subscribing().limits().maxSubscriptions()),
            Map.entry(
                    "push.max-topics",
                    settings -> settings.subscribing().limits().maxTopics()),
            Map.entry("push.max-url-length", settings -> settings.subscribing().maxUrlLength()),
            Map.entry(
                    "push.min-lease",
                    settings -> settings.subscribing().leases().minLease()),
            Map.entry(
                    "push.verify-attempts",
                    settings -> settings.subscribing().verification().verifyAttempts()),
            Map.entry(
                    "push.verify-pause",
                    settings -> settings.subscribing().verification().verifyPause()),
            Map.entry("push.hubs", settings -> settings.pings().hubs()),
            Map.entry("push.first-retry", settings -> settings.delivering().firstRetry()),
            Map.entry("push.longest-retry", settings -> settings.delivering().longestRetry()),
            Map.entry(
                    "push.concurrent-deliveries",
                    settings -> settings.delivering().atOnce()),
            Map.entry("push.max-connections", settings -> settings.outgoing().maxConnections()),
            Map.entry(
                    "push.max-connections-per-host",
                    settings -> settings.outgoing().maxConnectionsPerHost()),
            Map.entry("push.max-look-ups", settings -> settings.outgoing().maxLookUps()),
            Map.entry("push.max-response-size", settings -> settings.outgoing().maxResponseSize()),
            Map.entry(
                    "push.max-waiting-requests", settings -> settings.outgoing().maxWaitingRequests()),
            Map.entry("push.ping-attempts", settings -> settings.pings().pingAttempts()),
            Map.entry("push.ping-pause", settings -> settings.pings().pingPause()),
            Map.entry("push.webhooks", settings -> settings.notices().webhooks().webhooks()),
            Map.entry(
                    "push.webhook-secret",
                    settings -> settings.notices().webhooks().webhookSecret()),
            Map.entry(
                    "push.webhook-entries",
                    settings -> settings.notices().webhooks().webhookEntries()),
            Map.entry(
                    "push.webhook-time",
                    settings -> settings.notices().webhooks().webhookTime()),
            Map.entry(
                    "push.indexnow-key",
                    settings -> settings.notices().indexNow().indexnowKey()),
            Map.entry(
                    "push.indexnow-url",
                    settings -> settings.notices().indexNow().indexnowUrl()),
            Map.entry(
                    "push.indexnow-pages",
                    settings -> settings.notices().indexNow().indexnowPages()),
            Map.entry(
                    "push.indexnow-pause",
                    settings -> settings.notices().indexNow().indexnowPause()),
            Map.entry("push.private-networks", settings -> settings.outgoing().privateNetworks()),
            Map.entry(
                    "selections.searched-text",
                    settings -> settings.stored().words().maxText()),
            Map.entry("server.base-url", settings -> settings.server().baseUrl()),
            Map.entry(
                    "server.first-scan-wait",
                    settings -> settings.serving().timeouts().firstScan()),
            Map.entry("server.host", settings -> settings.server().hosts()),
            Map.entry("server.port", settings -> settings.server().port()),
            Map.entry("server.socket-mode", settings -> settings.server().socketMode()),
            Map.entry("server.socket-owner", settings -> settings.server().socketOwner()),
            Map.entry("status.host", settings -> settings.status().host()),
            Map.entry("status.port", settings -> settings.status().port())));

    private RestartSettings() {}

    /** Settings that were read later, for a server that runs already: what they cannot change is as at its start. */
    public static Settings held(Settings started, Settings later) {
        Settings.Articles articles = later.articles();
        Endpoint server = started.server();
        return new Settings(
                later.site(),
                later.own(),
                new Settings.Articles(
                        started.articles().folder(),
                        articles.include(),
                        articles.exclude(),
                        articles.dialect(),
                        articles.maxAttachmentSize()),
                later.html(),
                later.log(),
                later.reading(),
                started.following(),
                later.generator(),
                started.library(),
                started.nodes(),
                later.stored().heldBy(started.stored()),
                new Endpoint(
                        server.hosts(),
                        server.socketMode(),
                        server.socketOwner(),
                        server.port(),
                        server.baseUrl(),
                        later.server().movedTo()),
                later.serving().heldBy(started.serving()),
                started.status(),
                started.outgoing(),
                started.pings(),
                started.subscribing(),
                started.delivering(),
                started.notices(),
                later.purging(),
                later.oldAddresses(),
                later.named(),
                later.categories());
    }

    /** The names of those that are otherwise in settings that were read later. */
    public static List<String> changed(Settings started, Settings later) {
        return VALUES.entrySet().stream()
                .filter(entry -> !Objects.equals(
                        entry.getValue().apply(started), entry.getValue().apply(later)))
                .map(Map.Entry::getKey)
                .toList();
    }
}
