package dev.feedmill.app;

import dev.feedmill.address.Channel;
import dev.feedmill.address.FixedAddress;
import dev.feedmill.address.Format;
import dev.feedmill.config.Settings;
import dev.feedmill.folder.FolderFollower;
import dev.feedmill.http.WebServer;
import dev.feedmill.library.Library;
import dev.feedmill.library.subscription.Pings;
import dev.feedmill.library.subscription.Subscriptions;
import dev.feedmill.push.client.ClientRules;
import dev.feedmill.push.client.OutgoingClient;
import dev.feedmill.push.hub.Distributor;
import dev.feedmill.push.hub.Hub;
import dev.feedmill.push.hub.HubPinger;
import dev.feedmill.push.hub.HubWorkers;
import dev.feedmill.push.hub.SubscriptionRules;
import dev.feedmill.push.notice.Notices;
import dev.feedmill.selection.NamedSelection;
import dev.feedmill.selection.Term;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What tells others of changes: the hub, pings to hubs of others, and notices. It works between {@link #begin} and {@link #end}. */
final class Push {
    private final Settings settings;
    private final Supplier<List<NamedSelection>> named;
    private final Library library;
    private final FolderFollower follower;
    private final WebServer server;
    private final InstantSource clock;
    private final @Nullable Hub hub;
    private @Nullable HubWorkers workers;
    private @Nullable HubPinger pinger;
    private @Nullable Notices notices;

    /**
     * Creates what the settings want, and offers the hub to subscribers.
     *
     * @param named the selections that have feeds of their own now
     */
    Push(
            Settings settings,
            Supplier<List<NamedSelection>> named,
            Library library,
            FolderFollower follower,
            WebServer server,
            InstantSource clock) {
        this.settings = settings;
        this.named = named;
        this.library = library;
        this.follower = follower;
        this.server = server;
        this.clock = clock;
        if (settings.subscribing().hub()) {
            SubscriptionRules rules = settings.subscribing();
            Subscriptions subscriptions = new Subscriptions(library.database(), clock, rules.limits());
            hub = new Hub(rules, subscriptions, library.deliveries(), server.topicPaths());
            server.offer(hub);
        } else {
            hub = null;
        }
    }

    /** Starts to tell others, from where it or another server stopped. */
    synchronized void begin() {
        if (hub != null) {
            workers = workers(hub);
            workers.start();
        }
        // The feeds of a server that has moved are another's to tell of.
        boolean isHere = settings.server().movedTo().isEmpty();
        if (isHere && !settings.pings().hubs().isEmpty()) {
            pinger = pinger();
            pinger.start();
        }
        if (isHere && settings.notices().isOn()) {
            notices = startNotices();
        }
    }

    private HubWorkers workers(Hub served) {
        OutgoingClient client = client(settings.outgoing());
        Distributor distributor = new Distributor(
                library.deliveries(),
                library.changes(),
                server.topics(),
                client,
                settings.delivering(),
                FixedAddress.HUB.at(server.url()),
                clock);
        return new HubWorkers(served, client, distributor);
    }

    private HubPinger pinger() {
        return new HubPinger(
                new Pings(library.database(), library.changes(), clock),
                new HubPinger.Site(
                        server.url(),
                        server.topics(),
                        follower::hasCompared,
                        terms -> paths(library, named.get(), terms)),
                // The operator names these hubs, which may be on a private network.
                client(settings.outgoing().withPrivateNetworks()),
                settings.pings());
    }

    private Notices startNotices() {
        return Notices.start(
                library.changes(),
                settings.notices(),
                server.notices(),
                server.url(),
                // The operator names the receivers, which may be on a private network.
                client(settings.outgoing().withPrivateNetworks()),
                new Notices.Manner(follower::hasCompared, settings.delivering(), clock));
    }

    private OutgoingClient client(ClientRules rules) {
        String agent = "Feedmill/" + Version.number() + " (+" + server.url().url("") + ")";
        // One of several servers that was suspended may lead no more, and another tells the same.
        return OutgoingClient.start(rules, agent).onlyWhile(library.database()::isLeader);
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

    /** Stops to tell others; what is not told yet stays in the library. */
    synchronized void end() {
        if (workers != null) {
            workers.close();
            workers = null;
        }
        if (pinger != null) {
            pinger.close();
            pinger = null;
        }
        if (notices != null) {
            notices.close();
            notices = null;
        }
    }
}
