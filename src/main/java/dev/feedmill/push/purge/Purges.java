package dev.feedmill.push.purge;

import dev.feedmill.library.change.ChangeLog;
import dev.feedmill.push.client.ClientRules;
import dev.feedmill.push.client.OutgoingClient;
import dev.feedmill.push.client.OutgoingUrl;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The purges of all caches that the settings name. Thread-safe. */
public final class Purges implements AutoCloseable {
    private final ChangeLog log;
    private final ClientRules outgoing;
    private final String agent;
    private PurgeRules rules;
    private boolean begun;
    private @Nullable OutgoingClient client;
    private volatile List<Purger> purgers = List.of();

    /**
     * Follows the log; purges nothing before {@link #begin}.
     *
     * @param outgoing the settings for requests; private addresses are allowed here, since the operator names them
     * @param agent what requests say of the client
     */
    public Purges(ChangeLog log, PurgeRules rules, ClientRules outgoing, String agent) {
        this.log = log;
        this.rules = rules;
        this.outgoing = outgoing.withPrivateNetworks();
        this.agent = agent;
        log.onChange(change -> changed(change.number()));
    }

    /** Waits for nobody, since a commit waits for it. */
    private void changed(long number) {
        purgers.forEach(purger -> purger.changed(number));
    }

    /**
     * Purges what changes from now on. A cache that was purged before is purged of everything first: its copies may be
     * those of other settings, or of another version.
     */
    public synchronized void begin() {
        if (!begun) {
            begun = true;
            start();
        }
    }

    /** Purges nothing until {@link #begin} is called again. */
    public synchronized void end() {
        if (begun) {
            begun = false;
            stop();
        }
    }

    /** Applies the settings of purges. */
    public synchronized void apply(PurgeRules others) {
        if (!others.equals(rules)) {
            stop();
            rules = others;
            if (begun) {
                start();
            }
        }
    }

    /** Has everything purged, since settings or a configuration have changed it. */
    public void purgeAll() {
        purgers.forEach(Purger::purgeAll);
    }

    private void start() {
        if (rules.purge().isEmpty()) {
            return;
        }
        OutgoingClient started = OutgoingClient.start(outgoing, agent);
        client = started;
        List<Purger> all = new ArrayList<>();
        for (String address : rules.purge()) {
            OutgoingUrl url = Objects.requireNonNull(OutgoingUrl.parse(address), "checked by the settings");
            Purger.Target target =
                    new Purger.Target(consumer(address), url.host(), new PurgeForm(url, rules.request()));
            all.add(new Purger(log, target, started, rules.pace(), System::nanoTime));
        }
        purgers = List.copyOf(all);
        purgers.forEach(Purger::start);
    }

    /** The name of a cache in the library; its address may have a secret in it. */
    private static String consumer(String address) {
        return "purge " + UUID.nameUUIDFromBytes(address.getBytes(StandardCharsets.UTF_8));
    }

    private void stop() {
        purgers.forEach(Purger::end);
        OutgoingClient former = client;
        client = null;
        if (former != null) {
            former.close();
        }
        purgers.forEach(Purger::close);
        purgers = List.of();
    }

    @Override
    public synchronized void close() {
        begun = true;
        stop();
        rules = new PurgeRules(List.of(), rules.request(), rules.pace());
    }
}
