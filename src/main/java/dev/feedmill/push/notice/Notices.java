package dev.feedmill.push.notice;

import dev.feedmill.library.change.Change;
import dev.feedmill.library.change.ChangeLog;
import dev.feedmill.push.client.OutgoingClient;
import dev.feedmill.push.hub.DeliveryRules;
import dev.feedmill.web.ServerUrl;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The notices to all receivers that the settings name. Thread-safe. */
public final class Notices implements AutoCloseable {
    private final ChangeLog log;
    private final OutgoingClient client;
    private final List<Notifier> notifiers;
    private final Consumer<Change> listener;

    /**
     * How receivers are told.
     *
     * @param isReady whether the folder was read, so that its first articles are no news
     * @param retries when a failed attempt is repeated
     */
    public record Manner(BooleanSupplier isReady, DeliveryRules retries, InstantSource clock) {}

    private Notices(ChangeLog log, OutgoingClient client, List<Notifier> notifiers) {
        this.log = log;
        this.listener = change -> changed();
        this.client = client;
        this.notifiers = List.copyOf(notifiers);
    }

    /**
     * Starts to tell receivers what changes from now on, and what they were not told before.
     *
     * @param client is closed with it
     * @param manner how they are told
     */
    public static Notices start(
            ChangeLog log,
            NoticeRules rules,
            NoticeContent content,
            ServerUrl server,
            OutgoingClient client,
            Manner manner) {
        Notices notices = new Notices(
                log,
                client,
                Stream.concat(
                                Webhook.all(rules.webhooks(), content).stream(),
                                IndexNow.all(rules.indexNow(), content, server).stream())
                        .map(receiver -> new Notifier(log, receiver, client, manner))
                        .toList());
        log.onChange(notices.listener);
        notices.notifiers.forEach(Notifier::start);
        return notices;
    }

    private void changed() {
        notifiers.forEach(Notifier::changed);
    }

    @Override
    public void close() {
        log.removeListener(listener);
        notifiers.forEach(Notifier::end);
        client.close();
        notifiers.forEach(Notifier::close);
    }
}
