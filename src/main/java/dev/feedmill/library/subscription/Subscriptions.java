package dev.feedmill.library.subscription;

import dev.feedmill.library.sql.Database;
import dev.feedmill.library.sql.Meta;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Subscriptions to topics, and intents until they are confirmed: both outlive the process. Thread-safe; each method
 * throws {@link dev.feedmill.library.sql.LibraryUnavailableException} if the library is away.
 */
public final class Subscriptions {
    /** Subscriptions that are removed at once when they have ended. */
    private static final int STEP = 500;

    private final Database database;
    private final InstantSource clock;
    private final SubscriptionLimits limits;

    public Subscriptions(Database database, InstantSource clock, SubscriptionLimits limits) {
        this.database = database;
        this.clock = clock;
        this.limits = limits;
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    /**
     * Takes an intent, in place of an earlier one of its topic and callback, which may have been another.
     *
     * @param client who sent it; empty if that is not known
     * @param pause until its callback is asked, if it has just been asked for the earlier one
     * @return why it is not taken; null if it is
     */
    public @Nullable Refusal ask(Intent intent, String client, Duration pause) {
        // Only what may be taken waits for the others who write.
        Refusal early = database.read(handle -> refusal(handle, intent, client));
        return early != null
                ? early
                : database.append(handle -> {
                    IntentTable intents = new IntentTable(handle);
                    Refusal refusal = refusal(handle, intent, client);
                    if (refusal == null) {
                        intents.put(intent, client, now(), pause.toSeconds());
                    }
                    return refusal;
                });
    }

    private @Nullable Refusal refusal(Handle handle, Intent intent, String client) {
        Refusal refusal = new IntentTable(handle).refusal(intent, client, limits);
        return refusal == null && intent.mode() == Intent.Mode.SUBSCRIBE
                ? new SubscriptionTable(handle).refusal(intent, limits)
                : refusal;
    }

    /** Intents whose callbacks are to be asked now, those that wait longest first. */
    public List<WaitingIntent> due(int limit) {
        return database.read(handle -> new IntentTable(handle).due(now(), limit));
    }

    /**
     * Does what a confirmed intent wants; nothing if another took its place meanwhile.
     *
     * @return why it cannot be done any more; null if it is
     */
    public @Nullable Refusal confirm(long number) {
        return database.write(handle -> {
            IntentTable intents = new IntentTable(handle);
            Optional<Intent> found = intents.find(number).map(WaitingIntent::intent);
            intents.remove(number);
            if (found.isEmpty()) {
                return null;
            }
            Intent intent = found.get();
            SubscriptionTable subscriptions = new SubscriptionTable(handle);
            if (intent.mode() == Intent.Mode.UNSUBSCRIBE) {
                subscriptions.remove(intent);
                return null;
            }
            Refusal refusal = subscriptions.refusal(intent, limits);
            if (refusal == null) {
                subscriptions.put(intent, now() + intent.lease().toSeconds(), Meta.generation(handle));
            }
            return refusal;
        });
    }

    /** Has the callback of an intent asked once more, after a time. */
    public void postpone(long number, Duration time) {
        database.write(handle -> {
            new IntentTable(handle).postpone(number, now() + time.toSeconds());
            return number;
        });
    }

    /** Gives an intent up. For a time, it counts as one that waits, and another like it is not taken. */
    public void fail(long number, Duration time) {
        database.write(handle -> {
            new IntentTable(handle).fail(number, now() + time.toSeconds());
            return number;
        });
    }

    /** The path of the topic that a callback subscribed to by this URL; null if it did not. */
    public @Nullable String path(String asked, String callback) {
        return database.read(handle -> Optional.ofNullable(new SubscriptionTable(handle).path(asked, callback))
                .orElse(null));
    }

    /** Removes some of what has ended; returns whether there was any. */
    public boolean clean() {
        long now = now();
        boolean isAny = database.read(
                handle -> new IntentTable(handle).hasOver(now) || new SubscriptionTable(handle).hasEnded(now));
        if (isAny) {
            database.write(handle -> {
                new IntentTable(handle).clean(now);
                new SubscriptionTable(handle).clean(now, STEP);
                return now;
            });
        }
        return isAny;
    }

    public SubscriptionCounts counts() {
        return database.read(handle -> new SubscriptionTable(handle).counts(new IntentTable(handle).count()));
    }
}
