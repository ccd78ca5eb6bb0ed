package dev.feedmill.app;

import dev.feedmill.address.Channel;
import dev.feedmill.address.FixedAddress;
import dev.feedmill.address.Format;
import dev.feedmill.config.Settings;
import dev.feedmill.folder.FolderFollower;
import dev.feedmill.http.WebServer;
import dev.feedmill.library.Library;
import dev.feedmill.library.subscription.Pings;
import dev.feedmill.push.client.ClientRules;
import dev.feedmill.push.client.OutgoingClient;
import dev.feedmill.push.hub.Distributor;
import dev.feedmill.push.hub.Hub;
import dev.feedmill.push.hub.HubPinger;
import dev.feedmill.push.notice.Notices;
import dev.feedmill.selection.NamedSelection;
import dev.feedmill.selection.Term;
import dev.feedmill.web.ServerUrl;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What tells others of changes: the hub, pings to hubs of others, and notices. */
final class Push implements AutoCloseable {
    private final @Nullable Hub hub;
    private final @Nullable HubPinger pinger;
    private final @Nullable Notices notices;

    private Push(@Nullable Hub hub, @Nullable HubPinger pinger, @Nullable Notices notices) {
        this.hub = hub;
        this.pinger = pinger;
        this.notices = notices;
    }

    /**
     * Starts what the settings want.
     *
     * @param named the selections that have feeds of their own now
     * @return null if they want nothing
     */
    static @Nullable Push start(
            Settings settings,
            Supplier<List<NamedSelection>> named,
            Library library,
            FolderFollower follower,
            WebServer server,
            InstantSource clock) {
        boolean isHub = settings.subscribing().hub();
        // The feeds of a server that has moved are another's to tell of.
        boolean isHere = settings.server().movedTo().isEmpty();
        boolean pings = isHere && !settings.pings().hubs().isEmpty();
        boolean notifies = isHere && settings.notices().isOn();
        if (!isHub && !pings && !notifies) {
            return null;
        }
        ServerUrl url = server.url();
        Hub hub = isHub ? hub(settings, library, server, client(settings.outgoing(), url), clock) : null;
        if (hub != null) {
            server.offer(hub);
            hub.start();
        }
        HubPinger pinger = pings
                ? new HubPinger(
                        new Pings(library.database(), library.changes(), clock),
                        new HubPinger.Site(
                                url,
                                server.topics(),
                                follower::hasCompared,
                                terms -> paths(library, named.get(), terms)),
                        // The operator names these hubs, which may be on a private network.
                        client(settings.outgoing().withPrivateNetworks(), url),
                        settings.pings())
                : null;
        if (pinger != null) {
            pinger.start();
        }
        return new Push(hub, pinger, notifies ? notices(settings, library, follower, server, clock) : null);
    }

    private static Notices notices(
            Settings settings, Library library, FolderFollower follower, WebServer server, InstantSource clock) {
        return Notices.start(
                library.changes(),
                settings.notices(),
                server.notices(),
                // The operator names the receivers, which may be on a private network.
                client(settings.outgoing().withPrivateNetworks(), server.url()),
                new Notices.Manner(follower::hasCompared, settings.delivering(), clock));
    }

    private static OutgoingClient client(ClientRules rules, ServerUrl url) {
        return OutgoingClient.start(rules, "Feedmill/" + Version.number() + " (+" + url.url("") + ")");
    }

    private static Hub hub(
            Settings settings, Library library, WebServer server, OutgoingClient client, InstantSource clock) {
        Distributor distributor = new Distributor(
                library.deliveries(),
                library.changes(),
                server.topics(),
                client,
                settings.delivering(),
                FixedAddress.HUB.at(server.url()),
                clock);
        return new Hub(settings.subscribing(), library.database(), clock, server.topicPaths(), client, distributor);
    }

    /** The paths of the feeds of terms; those of named selections may change whenever anything does. */
    private static Set<String> paths(Library library, List<NamedSelection> named, Set<Long> terms) {
        Stream<Channel> ofTerms = library.terms().used(terms).stream().map(Term::channel);
        Stream<Channel> others = terms.contains(Term.EVERYTHING.number())
                ? Stream.concat(Stream.of(Channel.EVERYTHING), named.stream().map(NamedSelection::channel))
                : Stream.empty();
        return Stream.concat(ofTerms, others)
                .flatMap(channel -> Arrays.stream(Format.values())
                        .map(format -> channel.feed(format).rooted()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void close() {
        if (hub != null) {
            hub.close();
        }
        if (pinger != null) {
            pinger.close();
        }
        if (notices != null) {
            notices.close();
        }
    }
}
