package dev.feedmill.push.hub;

import dev.feedmill.push.client.OutgoingClient;

/** What a hub does on threads of its own: it asks callbacks whether they want what was asked for them, and delivers. */
public final class HubWorkers implements AutoCloseable {
    private final Hub hub;
    private final IntentVerifier verifier;
    private final Distributor distributor;

    /**
     * Creates the workers of a hub; no two may work at the same time.
     *
     * @param distributor is started and closed with them
     */
    public HubWorkers(Hub hub, OutgoingClient client, Distributor distributor) {
        this.hub = hub;
        this.distributor = distributor;
        this.verifier = new IntentVerifier(
                hub.subscriptions(), hub.topics(), client, hub.rules().verification(), distributor::wake);
    }

    public void start() {
        distributor.start();
        verifier.start();
        hub.onAsked(verifier::wake);
    }

    @Override
    public void close() {
        hub.onAsked(() -> {});
        verifier.close();
        distributor.close();
    }
}
