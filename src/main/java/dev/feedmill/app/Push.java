package dev.feedmill.app;

import dev.feedmill.address.FixedAddress;
import dev.feedmill.config.Settings;
import dev.feedmill.http.WebServer;
import dev.feedmill.library.Library;
import dev.feedmill.push.client.OutgoingClient;
import dev.feedmill.push.hub.Distributor;
import dev.feedmill.push.hub.Hub;
import dev.feedmill.web.ServerUrl;
import java.time.InstantSource;

/** What tells others of changes. */
final class Push {
    private Push() {}

    /** Offers the hub, if the settings want one. */
    static void start(Settings settings, ServerUrl url, Library library, WebServer server, InstantSource clock) {
        if (settings.subscribing().hub()) {
            OutgoingClient client = OutgoingClient.start(
                    settings.outgoing(), "Feedmill/" + Version.number() + " (+" + url.url("") + ")");
            Distributor distributor = new Distributor(
                    library.deliveries(),
                    library.changes(),
                    server.topics(),
                    client,
                    settings.delivering(),
                    FixedAddress.HUB.at(url),
                    clock);
            Hub hub =
                    new Hub(settings.subscribing(), library.database(), clock, server.topicPaths(url), client, distributor);
            server.offer(hub);
            hub.start();
        }
    }
}
